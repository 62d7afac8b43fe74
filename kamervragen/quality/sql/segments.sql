-- Segments: the whole document, cut without a gap.

-- check: segments.partition
-- severity: critical
-- table: segments
-- column: start
-- says: The segments of a document, in order, cover its text from the first character to the last, without gap or overlap.
-- Documents with an offset or position that is none at all are left to the checks of those columns.
-- Where each segment ends, at its position, the next one must begin. Most documents are seen to be whole by sums over
-- hashes of just that, without sorting: those that are not, but for one in 10^18 of them, go on to be looked at.
WITH whole AS (
  SELECT document_id, max("end") AS text_length
  FROM segments
  GROUP BY document_id
  HAVING bool_and(start <= "end") AND count(position) = count(*) AND count(start) = count(*) AND count("end") = count(*)
     AND sum(hash(position::HUGEINT, start)) + hash(count(*) + 1::HUGEINT, max("end"))
       = sum(hash(position + 1::HUGEINT, "end")) + hash(1::HUGEINT, 0::BIGINT)
), doubtful AS (
  SELECT document_id
  FROM documents
  ANTI JOIN whole USING (document_id, text_length)
), sound AS (
  SELECT document_id
  FROM segments
  WHERE document_id IN (FROM doubtful)
  GROUP BY document_id
  HAVING min(start) >= 0 AND min("end") >= 0 AND min(position) >= 1
     AND count(start) = count(*) AND count("end") = count(*) AND count(DISTINCT position) = count(*)
), chained AS (
  SELECT document_id, position, role, start, "end",
         lag("end", 1, 0) OVER one_document AS should_start_at,
         lead(start) OVER one_document IS NULL AS is_last
  FROM segments
  WHERE document_id IN (FROM sound)
  WINDOW one_document AS (PARTITION BY document_id ORDER BY position)
)
SELECT document_id, position, role, should_start_at, start, "end", text_length
FROM chained
JOIN (SELECT document_id, text_length FROM documents) USING (document_id)
WHERE start <> should_start_at OR "end" < start OR (is_last AND "end" <> text_length)
UNION ALL
SELECT document_id, NULL, NULL, 0, NULL, NULL, text_length
FROM documents
WHERE text_length > 0 AND document_id IS NOT NULL AND document_id NOT IN (SELECT document_id FROM segments WHERE document_id IS NOT NULL)

-- check: segments.empty
-- severity: warning
-- table: segments
-- column: end
-- says: A segment holds at least one character.
SELECT document_id, position, role, start
FROM segments
WHERE start = "end"

-- check: segments.role.owner
-- severity: warning
-- table: segments
-- column: role
-- says: The text of a question, an answer or a note belongs to one.
SELECT document_id, position, role, start, "end"
FROM segments
WHERE (role = 'question' AND question_id IS NULL)
   OR (role = 'answer' AND answer_id IS NULL)
   OR (role = 'footnote' AND footnote_id IS NULL)
