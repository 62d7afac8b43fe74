-- References: citations of papers, laws, rulings, addresses.

-- check: references.status.target
-- severity: critical
-- table: references
-- column: status
-- says: A resolved reference has a target.
SELECT reference_id, kind, text, status, target_id
FROM "references"
WHERE status = 'resolved' AND target_id IS NULL

-- check: references.unresolved
-- severity: warning
-- table: references
-- column: status
-- says: Most references are resolved.
-- observed: SELECT 'a share of ' || round(avg((status = 'unresolved')::INTEGER), 4) FROM "references"
-- expected: a share of at most $unresolved_share unresolved
SELECT count(*) AS "references", count(*) FILTER (status = 'unresolved') AS unresolved
FROM "references"
HAVING count(*) FILTER (status = 'unresolved') > $unresolved_share * count(*)

-- check: references.part.owner
-- severity: warning
-- table: references
-- column: part
-- says: A reference belongs to what it stands in: a question, an answer or a note, and to none in the header.
SELECT reference_id, part, question_id, answer_id, footnote_id
FROM "references"
WHERE (part = 'question' AND question_id IS NULL)
   OR (part = 'answer' AND answer_id IS NULL)
   OR (part = 'footnote' AND footnote_id IS NULL)
   OR (part = 'header' AND coalesce(question_id, answer_id, footnote_id) IS NOT NULL)

-- check: references.once
-- severity: warning
-- table: references
-- column: start
-- says: A citation is listed once for each target.
SELECT document_id, start, "end", kind, target_id, article, count(*) AS rows
FROM "references"
WHERE target_id IS NOT NULL
GROUP BY ALL
HAVING count(*) > 1

-- check: references.target_document_id.other
-- severity: warning
-- table: references
-- column: target_document_id
-- says: A document does not cite itself.
SELECT reference_id, kind, text, target_document_id
FROM "references"
WHERE target_document_id = document_id

-- check: references.page_to.order
-- severity: warning
-- table: references
-- column: page_to
-- says: The last page that is cited does not come before the first.
SELECT reference_id, text, page_from, page_to
FROM "references"
WHERE page_to < page_from
