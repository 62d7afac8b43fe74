// Shows a document of a release, read from its Parquet files by byte ranges.
// Raw text may hold anything: it only ever becomes text nodes, never markup.
import { asyncBufferFromUrl, cachedAsyncBuffer, parquetMetadataAsync, parquetReadObjects, rowIndex } from './vendor/hyparquet.min.js'
import { decompress } from './vendor/fzstd.min.js'

const release = document.querySelector('meta[name=release]').content
const compressors = { ZSTD: (input, length) => decompress(input, new Uint8Array(length)) }
const shown = document.getElementById('document')
const search = document.getElementById('search')
const results = document.getElementById('results')
const status = document.getElementById('status')
const meaning = document.getElementById('meaning')
const LISTED = 50
const TAIL = 1 << 15 // the end of a file, asked for first: its footer and, before that, the indexes of its pages
const WHOLE = 1 << 17 // smaller files are fetched at once
const tables = new Map()
let index = null

function open(name) {
  if (!tables.has(name)) {
    tables.set(name, (async () => {
      const remote = cachedAsyncBuffer(await asyncBufferFromUrl({ url: `${release}${name}.parquet` }), { minSize: WHOLE })
      const { byteLength } = remote
      const from = Math.max(0, byteLength - TAIL)
      const tail = await remote.slice(from, byteLength)
      const slice = (start, end = byteLength) =>
        start >= from ? tail.slice(start - from, end - from) : remote.slice(start, end)
      const file = { byteLength, slice }
      return { file, metadata: await parquetMetadataAsync(file, { initialFetchSize: TAIL }) }
    })())
  }
  return tables.get(name)
}

// Two steps: which rows (all tables are sorted by document), then the pages of these rows alone.
async function rows(name, id, columns) {
  const table = { ...await open(name), compressors, useOffsetIndex: true }
  const filter = { document_id: { $eq: id } }
  const found = await parquetReadObjects({ ...table, columns: ['document_id'], filter, usePageIndex: true, includeRowIndex: true })
  if (!found.length) return []
  const rowStart = found[0][rowIndex], rowEnd = found.at(-1)[rowIndex] + 1
  return parquetReadObjects({ ...table, columns, rowStart, rowEnd })
}

function make(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text !== undefined && text !== null) node.textContent = String(text)
  return node
}

function safe(address) {
  try {
    const url = new URL(address)
    return ['http:', 'https:'].includes(url.protocol) ? url.href : null
  } catch { return null }
}

// Offsets count code points, JavaScript counts UTF-16 units: the text is an array of code points here.
function marked(parent, text, start, end, marks) {
  let at = start
  for (const mark of marks) {
    const from = Math.max(mark.start, at), to = Math.min(mark.end, end)
    if (to <= from) continue
    parent.append(text.slice(at, from).join(''))
    const node = make('mark', mark.type)
    node.dataset.meaning = mark.meaning
    const words = text.slice(from, to).join('')
    const address = mark.internal ? mark.internal : mark.url && safe(mark.url)
    if (address) {
      const link = make('a', '', words)
      link.href = address
      link.rel = 'noopener noreferrer'
      node.append(link)
    } else {
      node.append(words)
      node.tabIndex = 0 // its meaning is shown when it has the focus, by key or by touch
    }
    parent.append(node)
    at = to
  }
  parent.append(text.slice(at, end).join(''))
}

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
function money({ value, value_max: most, currency }) {
  return `${amount.format(value)}${most == null ? '' : ` to ${amount.format(most)}`} ${currency}`
}

// Above the first stretch of a question or answer: its name, which is a place to link to, and the other side.
function announce(name, id, others) {
  const heading = make('h3', 'role', name)
  if (id && !document.getElementById(id)) {
    heading.id = id
    heading.tabIndex = -1
  }
  for (const [label, other] of others) {
    const link = make('a', '', label)
    link.href = `#${encodeURIComponent(other)}`
    heading.append(' ', link)
  }
  return heading
}

async function show(id) {
  status.textContent = `Loading ${id}…`
  const [[found], segments, references, amounts, questions, answers, pairs] = await Promise.all([
    rows('documents', id, ['document_id', 'title', 'document_type', 'submitted_on', 'answered_on', 'confidence', 'text']),
    rows('segments', id, ['document_id', 'position', 'role', 'start', 'end', 'question_id', 'answer_id']),
    rows('references', id, ['document_id', 'kind', 'start', 'end', 'target_id', 'target_url', 'target_document_id']),
    rows('amounts', id, ['document_id', 'start', 'end', 'value', 'value_max', 'currency']),
    rows('questions', id, ['document_id', 'question_id', 'number']),
    rows('answers', id, ['document_id', 'answer_id', 'question_numbers']),
    rows('question_answers', id, ['document_id', 'question_id', 'answer_id']),
  ])
  if (id !== wanted().document) return // another one was asked for meanwhile
  delete shown.dataset.shown
  shown.replaceChildren()
  if (!found) {
    status.textContent = `No document ${id} in this release.`
    return
  }
  const number = new Map(questions.map(q => [q.question_id, q.number]))
  const numbers = new Map(answers.map(a => [a.answer_id, (a.question_numbers || []).join(', ')]))
  const othersOf = part => pairs.filter(p => p.question_id === part).map(p => [`answer ${numbers.get(p.answer_id)}`, p.answer_id])
    .concat(pairs.filter(p => p.answer_id === part).map(p => [`question ${number.get(p.question_id)}`, p.question_id]))
  const text = Array.from(found.text)
  const marks = [
    ...references.map(r => ({ type: 'reference', start: Number(r.start), end: Number(r.end), url: r.target_url,
      meaning: `${r.kind} ${r.target_id ?? ''}`,
      internal: r.target_document_id ? `#${encodeURIComponent(r.target_document_id)}` : null })),
    ...amounts.map(a => ({ type: 'amount', start: Number(a.start), end: Number(a.end),
      meaning: money(a) })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  shown.append(make('h2', '', found.title ?? id))
  const day = value => value instanceof Date ? value.toISOString().slice(0, 10) : value
  const facts = [id, found.document_type, found.submitted_on && `submitted ${day(found.submitted_on)}`,
    found.answered_on && `answered ${day(found.answered_on)}`, `confidence ${Number(found.confidence).toFixed(2)}`]
  shown.append(make('p', 'facts', facts.filter(Boolean).join(' · ')))
  segments.sort((a, b) => Number(a.position) - Number(b.position))
  let last = null // a question cut in two by a note is announced once
  for (const segment of segments) {
    const block = make('div', `segment ${segment.role}`)
    const of = number.get(segment.question_id) ?? numbers.get(segment.answer_id)
    if (segment.role === 'question' || segment.role === 'answer') {
      const name = `${segment.role} ${of ?? ''}`
      const part = segment.role === 'question' ? segment.question_id : segment.answer_id
      if (name !== last) shown.append(announce(name, part, othersOf(part)))
      last = name
    }
    const start = Number(segment.start), end = Number(segment.end)
    if (segment.role === 'blank') { block.className = 'blank'; block.hidden = true }
    marked(block, text, start, end, marks.filter(m => m.start < end && m.end > start))
    shown.append(block)
  }
  shown.dataset.shown = id
  status.textContent = `Showing ${id}.`
  document.title = `${found.title ?? id} - Kamervragen`
}

async function list() {
  index ??= open('documents').then(table =>
    parquetReadObjects({ ...table, compressors, columns: ['document_id', 'title'] }))
  const all = await index
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = all.filter(d => {
    const within = `${d.document_id} ${d.title ?? ''}`.toLowerCase()
    return words.every(word => within.includes(word))
  })
  results.replaceChildren(...hits.slice(0, LISTED).map(d => {
    const item = make('li'), link = make('a', '', d.title ?? d.document_id)
    link.href = `#${encodeURIComponent(d.document_id)}`
    if (d.title) link.append(' ', make('small', '', d.document_id))
    item.append(link)
    return item
  }))
  status.textContent = `${hits.length} documents${hits.length > LISTED ? `, the first ${LISTED} shown` : ''}.`
}

// The address ends in the id of a document, or of a question or answer in it: #ID or #ID/q/2.
function wanted() {
  let part = location.hash.slice(1)
  try { part = decodeURIComponent(part) } catch { /* taken as it stands */ }
  return { part, document: part.split('/')[0] }
}

function failed(error) {
  status.textContent = location.protocol === 'file:'
    ? 'The reader needs a web server: kamervragen site OUTPUT --serve.' : `This cannot be read: ${error.message}`
}

async function go() {
  const { part, document: id } = wanted()
  if (!id || id === 'main') return
  if (shown.dataset.shown !== id) await show(id)
  if (shown.dataset.shown !== id) return
  const place = part === id ? null : document.getElementById(part)
  if (place && shown.contains(place)) place.focus()
  else shown.focus({ preventScroll: true })
}

function explain(event) {
  const mark = event.target.closest?.('mark')
  meaning.textContent = mark ? `${mark.textContent}: ${mark.dataset.meaning}` : ''
}

search.addEventListener('input', () => list().catch(failed))
search.addEventListener('focus', () => { if (!index) list().catch(failed) })
for (const kind of ['focusin', 'click', 'mouseover']) shown.addEventListener(kind, explain)
window.addEventListener('hashchange', () => go().catch(failed))
if (wanted().document) go().catch(failed)
else list().catch(failed)
