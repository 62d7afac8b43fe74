-- Footnotes and their marks.

-- check: footnotes.marker_start.once
-- severity: critical
-- table: footnotes
-- column: marker_start
-- says: Every mark in the running text has one note.
SELECT document_id, marker_start, marker_end, count(*) AS notes
FROM footnotes
WHERE marker_start >= 0 AND document_id IS NOT NULL
GROUP BY ALL
HAVING count(*) > 1

-- check: footnotes.marker_end.pair
-- severity: critical
-- table: footnotes
-- column: marker_end
-- says: A mark has both a start and an end, or neither.
SELECT footnote_id, document_id, marker_start, marker_end
FROM footnotes
WHERE (marker_start IS NULL) <> (marker_end IS NULL)

-- check: footnotes.unmarked
-- severity: warning
-- table: footnotes
-- column: marker_start
-- says: The marks of nearly all notes were found.
-- observed: SELECT 'a share of ' || round(avg((marker_start IS NULL)::INTEGER), 4) FROM footnotes
-- expected: a share of at most $unmarked_share without a mark
SELECT count(*) AS notes, count(*) FILTER (marker_start IS NULL) AS unmarked
FROM footnotes
HAVING count(*) FILTER (marker_start IS NULL) > $unmarked_share * count(*)
