-- Documents, and what they say of the rows below them.

-- check: documents.none
-- severity: critical
-- table: documents
-- says: There are documents where there are raw files.
SELECT count(*) AS sources
FROM sources
WHERE NOT EXISTS (FROM documents)
HAVING count(*) > 0

-- check: documents.source_sha256.same
-- severity: critical
-- table: documents
-- column: source_sha256
-- says: A document was made from the very bytes that the ledger holds.
SELECT here.document_id, source_path, here.source_sha256, there.source_sha256 AS sha256_in_sources
FROM documents AS here
JOIN sources AS there USING (source_path)
WHERE here.source_sha256 <> there.source_sha256

-- check: documents.question_count.right
-- severity: critical
-- table: documents
-- column: question_count
-- says: The count of questions is the number of their rows.
SELECT document_id, question_count, coalesce(found.number, 0) AS rows
FROM documents
LEFT JOIN (SELECT document_id, count(*) AS number FROM questions GROUP BY ALL) AS found USING (document_id)
WHERE question_count >= 0 AND question_count <> coalesce(found.number, 0)

-- check: documents.answer_count.right
-- severity: critical
-- table: documents
-- column: answer_count
-- says: The count of answers is the number of their rows.
SELECT document_id, answer_count, coalesce(found.number, 0) AS rows
FROM documents
LEFT JOIN (SELECT document_id, count(*) AS number FROM answers GROUP BY ALL) AS found USING (document_id)
WHERE answer_count >= 0 AND answer_count <> coalesce(found.number, 0)

-- check: documents.reference_count.right
-- severity: critical
-- table: documents
-- column: reference_count
-- says: The count of references is the number of their rows.
SELECT document_id, reference_count, coalesce(found.number, 0) AS rows
FROM documents
LEFT JOIN (SELECT document_id, count(*) AS number FROM "references" GROUP BY ALL) AS found USING (document_id)
WHERE reference_count >= 0 AND reference_count <> coalesce(found.number, 0)

-- check: documents.amount_count.right
-- severity: critical
-- table: documents
-- column: amount_count
-- says: The count of amounts is the number of their rows.
SELECT document_id, amount_count, coalesce(found.number, 0) AS rows
FROM documents
LEFT JOIN (SELECT document_id, count(*) AS number FROM amounts GROUP BY ALL) AS found USING (document_id)
WHERE amount_count >= 0 AND amount_count <> coalesce(found.number, 0)

-- check: documents.days_to_answer.right
-- severity: critical
-- table: documents
-- column: days_to_answer
-- says: The days to answer are those between the two dates, and only of a document that answers.
SELECT document_id, document_type, submitted_on, answered_on, days_to_answer
FROM documents
WHERE document_type IS NOT NULL
  AND CASE
        WHEN document_type = 'postponement' OR submitted_on IS NULL OR answered_on IS NULL
          THEN days_to_answer IS NOT NULL
        ELSE days_to_answer IS DISTINCT FROM date_diff('day', submitted_on, answered_on)
      END

-- check: documents.answered_on.order
-- severity: warning
-- table: documents
-- column: answered_on
-- says: Questions are answered on the day that they were put, or later.
SELECT document_id, submitted_on, answered_on
FROM documents
WHERE answered_on < submitted_on

-- check: documents.session_year.follows
-- severity: warning
-- table: documents
-- column: session_year
-- says: A parliamentary year runs from one year into the next.
SELECT document_id, session_year
FROM documents
WHERE try_cast(left(session_year, 4) AS INTEGER) + 1 <> try_cast(right(session_year, 4) AS INTEGER)

-- check: documents.publication_id.once
-- severity: warning
-- table: documents
-- column: publication_id
-- says: No two documents claim the same publication id.
SELECT publication_id, count(*) AS documents, min(document_id) AS first_document, max(document_id) AS last_document
FROM documents
WHERE publication_id IS NOT NULL
GROUP BY publication_id
HAVING count(*) > 1
