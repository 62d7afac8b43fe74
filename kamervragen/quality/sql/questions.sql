-- Questions, answers, and which answers which.

-- check: questions.none
-- severity: critical
-- table: questions
-- says: There are questions where there are documents with questions.
SELECT document_type, count(*) AS documents
FROM documents
WHERE document_type IN ('answers', 'questions') AND NOT EXISTS (FROM questions)
GROUP BY document_type

-- check: answers.none
-- severity: critical
-- table: answers
-- says: There are answers where there are documents with answers.
SELECT count(*) AS documents
FROM documents
WHERE document_type = 'answers' AND NOT EXISTS (FROM answers)
HAVING count(*) > 0

-- check: question_answers.none
-- severity: critical
-- table: question_answers
-- says: Some question is linked to an answer where a document has both.
SELECT count(*) AS documents
FROM documents
WHERE question_count > 0 AND answer_count > 0 AND NOT EXISTS (FROM question_answers)
HAVING count(*) > 0

-- check: questions.number.gaps
-- severity: warning
-- table: questions
-- column: number
-- says: The numbers of the questions of a document run on from 1; a remark on the document explains a gap.
WITH numbers AS (
  SELECT DISTINCT document_id, try_cast(regexp_extract(number, '^[0-9]{1,9}') AS BIGINT) AS number
  FROM questions
), steps AS (
  SELECT document_id, number, lag(number, 1, 0) OVER (PARTITION BY document_id ORDER BY number) AS number_before
  FROM numbers
  WHERE number IS NOT NULL
)
SELECT document_id, number_before, number
FROM steps
JOIN (SELECT document_id, remarks FROM documents) USING (document_id)
WHERE number > number_before + 1
  AND NOT coalesce(regexp_matches(remarks, '\b' || (number_before + 1) || '\b'), false)

-- check: questions.number.once
-- severity: warning
-- table: questions
-- column: number
-- says: A document has one question of each number.
SELECT document_id, number, count(*) AS questions
FROM questions
GROUP BY document_id, number
HAVING count(*) > 1

-- check: questions.unanswered
-- severity: warning
-- table: questions
-- says: In documents with answers, nearly all questions have one.
-- observed: SELECT 'a share of ' || round(avg((question_id NOT IN (SELECT question_id FROM question_answers WHERE question_id IS NOT NULL))::INTEGER), 4) FROM questions JOIN documents USING (document_id) WHERE document_type = 'answers'
-- expected: a share of at most $unanswered_share without an answer
SELECT questions, unanswered, round(unanswered / questions, 4) AS share
FROM (
  SELECT count(*) AS questions, count(*) FILTER (question_id NOT IN (SELECT question_id FROM question_answers WHERE question_id IS NOT NULL)) AS unanswered
  FROM questions
  JOIN documents USING (document_id)
  WHERE document_type = 'answers'
)
WHERE unanswered > $unanswered_share * questions

-- check: answers.question_numbers.found
-- severity: warning
-- table: answers
-- column: question_numbers
-- says: The questions that an answer answers are in the document.
SELECT answer_id, document_id, number
FROM (SELECT answer_id, document_id, unnest(question_numbers) AS number FROM answers)
ANTI JOIN questions USING (document_id, number)

-- check: answers.refers_to.found
-- severity: warning
-- table: answers
-- column: refers_to
-- says: The questions whose answers an answer points to are in the document.
SELECT answer_id, document_id, number
FROM (SELECT answer_id, document_id, unnest(refers_to) AS number FROM answers)
ANTI JOIN questions USING (document_id, number)

-- check: answers.linked
-- severity: warning
-- table: answers
-- column: answer_id
-- says: Every answer answers some question of a document that has questions.
SELECT answer_id, document_id, question_numbers
FROM answers
WHERE answer_id NOT IN (SELECT answer_id FROM question_answers WHERE answer_id IS NOT NULL)
  AND document_id IN (SELECT document_id FROM questions)

-- check: question_answers.link.fits
-- severity: warning
-- table: question_answers
-- column: link
-- says: A grouped answer answers several questions, a direct one answers one.
WITH links AS (
  SELECT answer_id, count(*) AS questions
  FROM question_answers
  WHERE link <> 'referred'
  GROUP BY answer_id
)
SELECT question_id, answer_id, link, questions
FROM question_answers
JOIN links USING (answer_id)
WHERE (link = 'direct' AND questions > 1) OR (link = 'grouped' AND questions = 1)
