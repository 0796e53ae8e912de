import {
  endOf,
  MAX_VALUE,
  MIN_VALUE,
  numberSaid,
  valueOfOption,
  type FhirItem,
  type FhirQuestionnaire,
} from './fhir-questionnaire.js'

interface Asked {
  readonly linkId: string
  readonly text: string
  /** What stands above it: the words of its group, or of a display before it. */
  readonly lead: string | null
}

/** One question, as a form asks it: out of a few, or on a scale with words at both ends. */
export type Question =
  | (Asked & { readonly kind: 'choice'; readonly options: readonly QuestionOption[] })
  | (Asked & {
      readonly kind: 'scale'
      readonly min: number
      readonly max: number
      readonly low: string
      readonly high: string
    })

export interface QuestionOption {
  readonly value: number
  readonly label: string
}

/** The questions of a questionnaire in their order, its words unchanged. (ME4) */
export function questionsOf({ item }: Pick<FhirQuestionnaire, 'item'>): readonly Question[] {
  return below(item, null)
}

function below(items: readonly FhirItem[], above: string | null): readonly Question[] {
  const found: Question[] = []
  let lead = above
  for (const item of items) {
    if (item.type === 'display') lead = item.text ?? lead
    else if (item.type === 'group') found.push(...below(item.item ?? [], item.text ?? lead))
    else found.push(questionOf(item, lead))
  }
  return found
}

function questionOf(item: FhirItem, lead: string | null): Question {
  const asked = { linkId: item.linkId, text: item.text ?? '', lead }
  if (item.type === 'integer') {
    const [min, max] = [numberSaid(item, MIN_VALUE) ?? 0, numberSaid(item, MAX_VALUE) ?? 10]
    return {
      ...asked,
      kind: 'scale',
      min,
      max,
      low: endOf(item, 'lower') ?? '',
      high: endOf(item, 'upper') ?? '',
    }
  }
  const options = (item.answerOption ?? []).map((option) => {
    const value = valueOfOption(option) ?? 0
    return { value, label: option.valueCoding?.display ?? String(value) }
  })
  return { ...asked, kind: 'choice', options }
}

/** Whether an answer is one that the question offers. */
export function isOffered(question: Question, value: number): boolean {
  return question.kind === 'choice'
    ? question.options.some((option) => option.value === value)
    : Number.isInteger(value) && value >= question.min && value <= question.max
}
