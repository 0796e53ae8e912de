import type { Moment } from '@accord/domain/history/moments'
import type { TakenMoment } from '@accord/domain/rest/takeout'
import { goalNamesIn } from '../proof/bundle-page.js'
import { agreementEffects, saidIn, sentenceOf } from '../proof/bundle-sentence.js'
import { csv } from '../audit/csv.js'
import type { Names } from './table.js'

const COLUMNS = ['log', 'from', 'to', 'at', 'by', 'what', 'before', 'after', 'said', 'effects']

/** How a log's goals came to be, moment by moment. (TO6) */
export function takenMoments(
  log: TakenMoment['log'],
  moments: readonly Moment[],
  name: Names,
): readonly TakenMoment[] {
  const goal = goalNamesIn(moments)
  const named = { goal, name: (person: string) => name(person as TakenMoment['by']) }
  return moments.map((moment): TakenMoment => {
    const words = moment.kind === 'writing' ? moment : moment.words
    return {
      log,
      ...placeOf(moment),
      what: sentenceOf(moment, named),
      before: words?.before ?? null,
      after: words?.after ?? null,
      said: saidIn(moment),
      effects: agreementEffects(moment),
    }
  })
}

/** A JSON array, a moment a line, so that a long one is never one long text. */
export function* jsonOf(moments: readonly TakenMoment[]): Generator<string> {
  yield '['
  for (const [index, moment] of moments.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(moment)}`
  yield '\n]\n'
}

/** The same in rows. (TO7) */
export function* csvOfMoments(moments: readonly TakenMoment[], name: Names): Generator<string> {
  yield csv([COLUMNS])
  for (const { log, from, to, at, by, what, before, after, said, effects } of moments) {
    const when = new Date(at).toISOString()
    const words = [before ?? '', after ?? '', said.join('\n'), effects.join(' ')]
    yield csv([[log, String(from), String(to), when, name(by), what, ...words]])
  }
}

function placeOf(moment: Moment): Pick<TakenMoment, 'from' | 'to' | 'at' | 'by'> {
  if (moment.kind === 'writing') {
    const { firstSeq: from, lastSeq: to, startedAt: at, author: by } = moment
    return { from, to, at, by }
  }
  const { seq, at, author: by } = moment.entry
  return { from: seq, to: seq, at, by }
}
