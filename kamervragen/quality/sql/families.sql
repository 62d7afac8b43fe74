-- Checks that return for many tables: the names in braces are filled in from the definitions of the tables.

-- check: {table}.key
-- severity: critical
-- table: {table}
-- says: No two rows of {table} share their key ({key}).
SELECT {key}, count(*) AS rows
FROM "{table}"
WHERE {key_is_whole}
GROUP BY {key}
HAVING count(*) > 1

-- check: {table}.{column}.resolves
-- severity: critical
-- table: {table}
-- column: {column}
-- says: Every `{column}` of {table} is found in {target}.
SELECT DISTINCT {shown_key}, "{column}"
FROM "{table}"
WHERE "{column}" IS NOT NULL
  AND "{column}" NOT IN (SELECT "{target_key}" FROM "{target}" WHERE "{target_key}" IS NOT NULL)

-- check: {table}.{column}.same_document
-- severity: critical
-- table: {table}
-- column: {column}
-- says: The `{column}` of a row of {table} is of the same document as the row.
SELECT DISTINCT {shown_row_key}, here."{column}", here.document_id, there.document_id AS other_document_id
FROM "{table}" AS here
JOIN "{target}" AS there ON here."{column}" = there."{target_key}"
WHERE here.document_id <> there.document_id
  AND here.document_id IN (SELECT document_id FROM documents)
  AND there.document_id IN (SELECT document_id FROM documents)

-- check: {table}.position.counts
-- severity: critical
-- table: {table}
-- column: position
-- says: Within a document, the positions of {table} are 1, 2, 3 and so on, each once.
SELECT document_id, count(*) AS rows, min(position) AS first_position, max(position) AS last_position
FROM "{table}"
WHERE document_id IS NOT NULL
GROUP BY document_id
HAVING min(position) >= 1
   AND count(position) = count(*)
   AND (max(position) <> count(DISTINCT position) OR ({each_once} AND count(*) <> count(DISTINCT position)))

-- check: {table}.{start}.within
-- severity: critical
-- table: {table}
-- column: {start}
-- says: From `{start}` to `{end}` is a stretch of the document, and not an empty one.
SELECT {shown_key}, document_id, "{start}", "{end}", text_length
FROM "{table}"
JOIN (SELECT document_id, text_length FROM documents) USING (document_id)
WHERE "{start}" >= 0
  AND "{end}" >= 0
  AND ("{end}" <= "{start}" OR "{end}" > text_length)

-- check: {table}.text.clean
-- severity: warning
-- table: {table}
-- column: text
-- says: Reading text has single spaces, newlines between paragraphs, and neither tabs nor spaces at its ends.
SELECT {shown_key}, text
FROM "{table}"
WHERE starts_with(text, ' ') OR starts_with(text, chr(10))
   OR ends_with(text, ' ') OR ends_with(text, chr(10))
   OR contains(text, '  ')
   OR contains(text, chr(9))
   OR contains(text, chr(13))
   OR contains(text, chr(160))

-- check: {table}.none
-- severity: warning
-- table: {table}
-- says: A set of at least $documents_that_have_all documents has some {table}.
-- expected: some rows
SELECT count(*) AS documents
FROM documents
WHERE NOT EXISTS (FROM "{table}")
HAVING count(*) >= $documents_that_have_all
