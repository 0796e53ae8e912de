import type { Problem, ProblemCode } from './problems.js'
import type { Question } from './question.js'
import { scoringSchema, type OwnScoring } from './scoring-schema.js'

/** What is wrong with how an instrument is to be scored, read against its questions; none when it can be. (ME8) */
export function problemsOfScoring(value: unknown, questions: readonly Question[]): readonly Problem[] {
  const read = scoringSchema.safeParse(value)
  if (!read.success) {
    return read.error.issues.map(({ path }) => problem(pathOf(path), 'not-scoring'))
  }
  const scoring = read.data as OwnScoring
  return [
    ...problemsOfItems(scoring, questions),
    ...problemsOfRange(scoring, questions),
    ...problemsOfBands(scoring),
    ...(scoring.mostMissing < scoring.items.length ? [] : [problem('mostMissing', 'too-many-missing')]),
  ]
}

function problemsOfItems(scoring: OwnScoring, questions: readonly Question[]): readonly Problem[] {
  const asked = new Set(questions.map(({ linkId }) => linkId))
  const scored = new Set(scoring.items)
  const items = scoring.items.flatMap((item, at): readonly Problem[] => {
    if (!asked.has(item)) return [problem(`items[${at}]`, 'unknown-item')]
    return scoring.items.indexOf(item) === at ? [] : [problem(`items[${at}]`, 'item-twice')]
  })
  const listed = (path: string, named: readonly string[] = []) =>
    named.flatMap((item, at) => (scored.has(item) ? [] : [problem(`${path}[${at}]`, 'unknown-item')]))
  return [
    ...items,
    ...listed('reversed', scoring.reversed),
    ...listed('neverMadeUp', scoring.neverMadeUp),
    ...(scoring.subscales ?? []).flatMap((one, at) => listed(`subscales[${at}].items`, one.items)),
    ...(scoring.alerts ?? []).flatMap(({ item }, at) =>
      scored.has(item) ? [] : [problem(`alerts[${at}].item`, 'unknown-item')],
    ),
  ]
}

/** Every answer that a scored question offers lies in the range that reversing and scoring go by. */
function problemsOfRange(
  { items, itemRange }: OwnScoring,
  questions: readonly Question[],
): readonly Problem[] {
  const { min, max } = itemRange
  if (min >= max) return [problem('itemRange', 'range-empty')]
  return items.flatMap((item, at) => {
    const question = questions.find(({ linkId }) => linkId === item)
    if (!question) return []
    const offered =
      question.kind === 'choice' ? question.options.map(({ value }) => value) : [question.min, question.max]
    const isInside = offered.every((value) => value >= min && value <= max)
    return isInside ? [] : [problem(`items[${at}]`, 'outside-range')]
  })
}

/** In the order of their totals, none reaching into the next. */
function problemsOfBands({ bands = [] }: OwnScoring): readonly Problem[] {
  return bands.flatMap(({ from, to }, at) => {
    const before = bands[at - 1]
    const isInOrder = from <= to && (before === undefined || before.to < from)
    return isInOrder ? [] : [problem(`bands[${at}]`, 'bands-overlap')]
  })
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((said, part) => {
    if (typeof part === 'number') return `${said}[${part}]`
    return said === '' ? String(part) : `${said}.${String(part)}`
  }, '')
}

function problem(path: string, code: ProblemCode): Problem {
  return { in: 'scoring', path, code }
}
