import type { Goal } from '@accord/domain/goal/goal'
import type { Rating } from '@accord/domain/goal/scale'
import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import type { Translate } from '../messages/translate.js'

/** A rating in words: a number never stands without them. "0, Part of the way, alone", or "6 of 10". */
export function ratingWords(
  t: Translate<Messages>,
  format: Format,
  goal: Goal,
  { on, value }: Pick<Rating, 'on' | 'value'>,
): string {
  if (on.kind === 'progress') return t('scale.ofTen', { value })
  const words = goal.scales.find(({ version }) => version === on.version)?.levels[value + 2] ?? ''
  return t('scale.level', { value: format.signed(value), words })
}

/** A rating in a few words: "0, as hoped", or "6 of 10". */
export function shortRating(
  t: Translate<Messages>,
  format: Format,
  { on, value }: Pick<Rating, 'on' | 'value'>,
): string {
  if (on.kind === 'progress') return t('scale.ofTen', { value })
  return t('scale.level', { value: format.signed(value), words: hopeWords(t, value) })
}

/** What a level of every scale means: −2 much less than hoped, 0 as hoped. (GS1) */
export function hopeWords(t: Translate<Messages>, value: number): string {
  switch (value) {
    case 2:
      return t('scale.hope.muchMore')
    case 1:
      return t('scale.hope.more')
    case -1:
      return t('scale.hope.less')
    case -2:
      return t('scale.hope.muchLess')
    default:
      return t('scale.hope.as')
  }
}
