import {
  endOf,
  ITEM_TYPES,
  MAX_VALUE,
  MIN_VALUE,
  numberSaid,
  valueOfOption,
  type FhirItem,
} from './fhir-questionnaire.js'
import type { Problem, ProblemCode } from './problems.js'

const LONGEST_TEXT = 1_000
const MOST_ITEMS = 200
const MOST_DEPTH = 4

type Loose = Readonly<Record<string, unknown>>

/**
 * What is wrong with a FHIR R4 Questionnaire, as far as it is used here, each with its path; none when it can be asked.
 * FHIR's own invariants are among it: link ids are unique (que-2), a group holds items and a display none (que-1). (ME8)
 */
export function problemsOfQuestionnaire(value: unknown): readonly Problem[] {
  if (!isObject(value) || value.resourceType !== 'Questionnaire') return [problem('', 'not-a-questionnaire')]
  const found = [
    ...(isText(value.title) ? [] : [problem('title', 'no-title')]),
    ...(isText(value.copyright, 5_000) ? [] : [problem('copyright', 'no-copyright')]),
    ...(value.status === 'active' ? [] : [problem('status', 'not-active')]),
  ]
  const seen = new Map<string, string>()
  const items = problemsOfItems(value.item, 'item', { seen, depth: 1 })
  const isAsking = items.length > 0 || questionCount(value.item) > 0
  const none = isAsking ? [] : [problem('item', 'no-questions')]
  const many = seen.size > MOST_ITEMS ? [problem('item', 'too-many')] : []
  return [...found, ...items, ...none, ...many]
}

interface Walk {
  /** Link ids, and where each was first. */
  readonly seen: Map<string, string>
  readonly depth: number
}

function problemsOfItems(value: unknown, path: string, walk: Walk): readonly Problem[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) return [problem(path, 'not-a-questionnaire')]
  if (walk.depth > MOST_DEPTH) return [problem(path, 'too-many')]
  return value.flatMap((item: unknown, at) => problemsOfItem(item, `${path}[${at}]`, walk))
}

function problemsOfItem(value: unknown, path: string, walk: Walk): readonly Problem[] {
  if (!isObject(value)) return [problem(path, 'not-a-questionnaire')]
  const { linkId, type, text } = value
  const own: Problem[] = []
  if (!isText(linkId, 64)) own.push(problem(`${path}.linkId`, 'no-link-id'))
  else if (walk.seen.has(linkId)) own.push(problem(`${path}.linkId`, 'link-id-twice'))
  else walk.seen.set(linkId, path)
  if (text !== undefined && !isText(text)) {
    const isLong = typeof text === 'string' && text.length > LONGEST_TEXT
    own.push(problem(`${path}.text`, isLong ? 'too-long' : 'no-text'))
  }
  if (!isItemType(type)) return [...own, problem(`${path}.type`, 'unknown-type')]
  if (type !== 'group' && text === undefined) own.push(problem(`${path}.text`, 'no-text'))
  const nested = { ...walk, depth: walk.depth + 1 }
  const below = problemsOfItems(value.item, `${path}.item`, nested)
  const holds = Array.isArray(value.item) && value.item.length > 0
  switch (type) {
    case 'group':
      return [...own, ...below, ...(holds ? [] : [problem(`${path}.item`, 'group-empty')])]
    case 'display':
      return [...own, ...(holds ? [problem(`${path}.item`, 'display-holds')] : [])]
    case 'choice':
      return [...own, ...below, ...problemsOfOptions(value.answerOption, `${path}.answerOption`)]
    case 'integer':
      return [...own, ...below, ...problemsOfScale(value, path)]
  }
}

function problemsOfOptions(value: unknown, path: string): readonly Problem[] {
  if (!Array.isArray(value) || value.length < 2) return [problem(path, 'no-options')]
  const values = value.map((option: unknown) => (isObject(option) ? valueOf(option) : null))
  return values.flatMap((one, at) => {
    if (one === null) return [problem(`${path}[${at}]`, 'no-value')]
    return values.indexOf(one) === at ? [] : [problem(`${path}[${at}]`, 'value-twice')]
  })
}

/** A coding needs words to be chosen by, and a number to count as. */
function valueOf(option: Loose): number | null {
  const coding = option.valueCoding
  if (coding !== undefined && !(isObject(coding) && isText(coding.display))) return null
  const value = wellFormed(option) ? valueOfOption(option) : null
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function problemsOfScale(item: Loose, path: string): readonly Problem[] {
  if (!wellFormed(item)) return [problem(`${path}.extension`, 'no-range')]
  const scale = item as unknown as FhirItem
  const [min, max] = [numberSaid(scale, MIN_VALUE), numberSaid(scale, MAX_VALUE)]
  const hasRange = Number.isInteger(min) && Number.isInteger(max) && Number(min) < Number(max)
  const ends = Array.isArray(item.item) && item.item.every((one) => isObject(one) && wellFormed(one))
  const hasEnds = ends && endOf(scale, 'lower') !== null && endOf(scale, 'upper') !== null
  return [
    ...(hasRange ? [] : [problem(`${path}.extension`, 'no-range')]),
    ...(hasEnds ? [] : [problem(`${path}.item`, 'no-ends')]),
  ]
}

/** Extensions, where there are any, are a list of objects. */
function wellFormed({ extension, valueCoding }: Loose): boolean {
  const lists = [extension, isObject(valueCoding) ? valueCoding.extension : undefined]
  return lists.every((list) => list === undefined || (Array.isArray(list) && list.every(isObject)))
}

function questionCount(value: unknown): number {
  if (!Array.isArray(value)) return 0
  return value.filter(isObject).reduce((sum: number, { type, item }) => {
    return sum + (type === 'choice' || type === 'integer' ? 1 : questionCount(item))
  }, 0)
}

function isItemType(value: unknown): value is FhirItem['type'] {
  return (ITEM_TYPES as readonly unknown[]).includes(value)
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, longest = LONGEST_TEXT): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest
}

function problem(path: string, code: ProblemCode): Problem {
  return { in: 'questionnaire', path, code }
}
