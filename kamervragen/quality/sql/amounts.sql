-- Amounts of money.

-- check: amounts.value.negative
-- severity: critical
-- table: amounts
-- column: value
-- says: An amount is below zero only where it is printed with a minus sign; a loss is printed as an amount too.
SELECT amount_id, text, value
FROM amounts
WHERE value < 0 AND NOT regexp_matches(text, '[-‐‑‒–—−]|\bmin(us)?\b', 'i')

-- check: amounts.value_max.order
-- severity: critical
-- table: amounts
-- column: value_max
-- says: The upper end of a range is not below its lower end.
SELECT amount_id, text, value, value_max
FROM amounts
WHERE value_max < value

-- check: amounts.overlap
-- severity: warning
-- table: amounts
-- column: start
-- says: No two amounts share a character of the document, which would count the same money twice.
SELECT *
FROM (
  SELECT amount_id, document_id, start, "end", lead(start) OVER (PARTITION BY document_id ORDER BY start, "end") AS next_start
  FROM amounts
)
WHERE next_start < "end"

-- check: amounts.part.owner
-- severity: warning
-- table: amounts
-- column: part
-- says: An amount belongs to what it stands in: a question, an answer or a note, and to none in the header.
SELECT amount_id, part, question_id, answer_id, footnote_id
FROM amounts
WHERE (part = 'question' AND question_id IS NULL)
   OR (part = 'answer' AND answer_id IS NULL)
   OR (part = 'footnote' AND footnote_id IS NULL)
   OR (part = 'header' AND coalesce(question_id, answer_id, footnote_id) IS NOT NULL)
