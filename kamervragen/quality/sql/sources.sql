-- The ledger of raw files, and the documents that were read from them.

-- check: sources.none
-- severity: critical
-- table: sources
-- says: There are raw files.
SELECT 0 AS sources
WHERE NOT EXISTS (FROM sources)

-- check: sources.documents
-- severity: critical
-- table: sources
-- column: document_id
-- says: Every loaded raw file has the document that was read from it, and no other raw file has one.
SELECT source_path, status, ledger.document_id, found.document_id AS found_document_id
FROM sources AS ledger
LEFT JOIN (SELECT source_path, document_id FROM documents WHERE document_id IS NOT NULL) AS found USING (source_path)
WHERE (status = 'loaded' AND ledger.document_id IS DISTINCT FROM found.document_id)
   OR (status <> 'loaded' AND found.document_id IS NOT NULL)

-- check: sources.reason.given
-- severity: critical
-- table: sources
-- column: reason
-- says: A raw file has a reason exactly where it is not loaded.
SELECT source_path, status, reason
FROM sources
WHERE (status = 'loaded') <> (reason IS NULL)

-- check: sources.document_id.given
-- severity: critical
-- table: sources
-- column: document_id
-- says: A raw file that was set aside names the document that stands in for it, and a rejected one names none.
SELECT source_path, status, document_id
FROM sources
WHERE status <> 'loaded'
  AND (status = 'rejected') <> (document_id IS NULL)

-- check: sources.rejected
-- severity: warning
-- table: sources
-- column: status
-- says: No raw file was rejected.
SELECT source_path, reason
FROM sources
WHERE status = 'rejected'

-- check: sources.source_sha256.once
-- severity: warning
-- table: sources
-- column: source_sha256
-- says: The same bytes are loaded once; further files with them are duplicates.
SELECT source_sha256, count(*) AS files, min(source_path) AS first_path, max(source_path) AS last_path
FROM sources
WHERE status = 'loaded' AND source_sha256 IS NOT NULL
GROUP BY source_sha256
HAVING count(*) > 1
