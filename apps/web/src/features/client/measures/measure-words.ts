import type { MeasureResult, MeasureSeries } from '@accord/domain/rest/measures'
import { reliableChange, type ReliableChange } from '@accord/domain/measure/reliable-change'
import type { WebTranslate } from '../../../lib/use-web-messages.js'

const BANDS = ['minimal', 'mild', 'moderate', 'moderately-severe', 'severe'] as const
const PHQ_ITEMS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const GAD_ITEMS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** A band's name: the published one of what ships, the administrator's own of what a clinic brought. */
export function bandName(t: WebTranslate, series: Pick<MeasureSeries, 'isBuiltIn'>, code: string): string {
  const known = BANDS.find((band) => band === code)
  return series.isBuiltIn && known !== undefined ? t(`measure.band.${known}`) : code
}

/** Our own short name of an item that ships; the words of the question of any other. */
export function itemName(t: WebTranslate, { instrument, questions }: MeasureSeries, item: string): string {
  const phq = PHQ_ITEMS.find((one) => one === item)
  if (instrument === 'phq-9' && phq !== undefined) return t(`measure.phq.${phq}`)
  const gad = GAD_ITEMS.find((one) => one === item)
  if (instrument === 'gad-7' && gad !== undefined) return t(`measure.gad.${gad}`)
  return questions.find(({ linkId }) => linkId === item)?.text ?? item
}

/** Between two totals, and whether it is more than chance would explain; null where there is nothing to compare. (ME2) */
export interface Compared {
  readonly difference: number
  /** Null where nobody said from which difference on. */
  readonly standing: ReliableChange | null
}

export function compared(
  { change }: Pick<MeasureSeries, 'change'>,
  before: MeasureResult | undefined,
  after: MeasureResult,
): Compared | null {
  const [from, to] = [before?.score.total ?? null, after.score.total]
  if (from === null || to === null) return null
  const standing = change && reliableChange(from, to, { minimum: change.value, direction: change.direction })
  return { difference: to - from, standing }
}
