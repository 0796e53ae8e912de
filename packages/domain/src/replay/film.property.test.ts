import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { foldLog } from '../plan/fold.js'
import { goalOf } from '../plan/plan.js'
import { GOAL, jonah, LOG, mara, Scene } from '../testing/plans.js'
import { filmOf, planAt, type Film } from './film.js'
import { framesOf } from './frames.js'
import { handOf, wordsSince } from './words-at.js'
import { wordingsBefore } from './wordings.js'

const SEED = Number(process.env.ACCORD_SEED ?? Date.now() % 2 ** 31)
const WORDS = ['Sleep', 'by eleven', 'most nights', 'without my phone', '😀', 'and rest']

const act = fc.record({
  who: fc.constantFrom(mara, jonah),
  what: fc.constantFrom('append', 'cut', 'replace', 'agree', 'not-yet', 'rename'),
  word: fc.constantFrom(...WORDS),
  wait: fc.constantFrom(900, 4_000, 30_000, 3_600_000, 86_400_000),
})
type Act = Parameters<
  Parameters<typeof fc.property<[typeof act extends fc.Arbitrary<infer T> ? T : never]>>[1]
>[0]

const record = fc.array(act, { minLength: 1, maxLength: 200 }).map((acts) => {
  const scene = new Scene(mara, jonah).addGoal()
  for (const one of acts) perform(scene, one)
  return scene.entries
})

function perform(scene: Scene, { who, what, word, wait }: Act): void {
  const now = scene.goal.statement.text
  // Every act of a scene takes a minute of its own.
  scene.now += wait - 60_000
  switch (what) {
    case 'append':
      scene.write(who, `${now} ${word}`)
      return
    case 'cut':
      scene.write(who, now.split(' ').slice(1).join(' '))
      return
    case 'replace':
      scene.write(who, word)
      return
    case 'rename':
      scene.write(who, word, 'name')
      return
    case 'agree':
    case 'not-yet':
      if (now.trim() !== '') scene.answer(who, what)
  }
}

const statementAt = (film: Film, seq: number) => goalOf(planAt(film, seq), GOAL)?.statement

it(`[RP1] the film of a record has at every entry the plan that the record folds to (seed ${SEED})`, () => {
  fc.assert(
    fc.property(record, fc.nat(), (entries, anywhere) => {
      const film = filmOf(LOG, entries)
      const seq = anywhere % (entries.length + 1)
      expect(planAt(film, seq)).toEqual(foldLog(LOG, entries.slice(0, seq)))
      expect(film.end).toEqual(foldLog(LOG, entries))
    }),
    { numRuns: 200, seed: SEED },
  )
})

it(`[RP3] every entry belongs to a moment that spans it and is told of its place (seed ${SEED})`, () => {
  fc.assert(
    fc.property(record, (entries) => {
      const film = filmOf(LOG, entries)
      entries.forEach(({ seq, author }, at) => {
        const told = film.moments[film.momentOf[at] ?? -1]
        expect(told?.author).toBe(author)
        expect(told && told.firstSeq <= seq && seq <= told.lastSeq).toBe(true)
      })
      const { stops, moments } = framesOf(film, null)
      expect(stops).toEqual(moments.map(({ lastSeq }) => lastSeq - 1).sort((a, b) => a - b))
    }),
    { numRuns: 200, seed: SEED },
  )
})

it(`[RP5] words with the removed in place are the words before, and the words now (seed ${SEED})`, () => {
  fc.assert(
    fc.property(record, fc.nat(), fc.nat(), (entries, some, more) => {
      const film = filmOf(LOG, entries)
      const [early, late] = [some % entries.length, more % entries.length].sort((a, b) => a - b)
      const before = statementAt(film, early ?? 0)
      const now = statementAt(film, late ?? 0)
      if (!before || !now) return
      const parts = wordsSince(before, now)
      const textOf = (without: string) =>
        parts.map(({ kind, text }) => (kind === without ? '' : text)).join('')
      expect([textOf('removed'), textOf('added')]).toEqual([now.text, before.text])
      const lettersBy = (kinds: readonly string[]) =>
        parts
          .filter(({ kind, author }) => kinds.includes(kind) && author === mara.person)
          .reduce((sum, { text }) => sum + text.length, 0)
      const ofMara = now.runs.reduce(
        (sum, [author, length]) => sum + (author === mara.person ? length : 0),
        0,
      )
      expect(lettersBy(['same', 'added'])).toBe(ofMara)
    }),
    { numRuns: 200, seed: SEED },
  )
})

it(`[RP6] the wordings before a moment are what the statement was when it was left (seed ${SEED})`, () => {
  fc.assert(
    fc.property(record, (entries) => {
      const film = filmOf(LOG, entries)
      for (const { text, lastSeq } of film.wordings.get(GOAL) ?? []) {
        expect(statementAt(film, lastSeq)).toEqual(text)
      }
      const past = film.wordings.get(GOAL) ?? []
      for (const { seq } of entries) {
        expect(wordingsBefore(past, seq)).toEqual(past.filter(({ lastSeq }) => lastSeq < seq))
      }
    }),
    { numRuns: 100, seed: SEED },
  )
})

it(`[RP7] a caret stands within the words, behind what was written last (seed ${SEED})`, () => {
  fc.assert(
    fc.property(record, (entries) => {
      const film = filmOf(LOG, entries)
      for (const entry of entries) {
        const hand = handOf(entry, { goal: GOAL, field: 'statement' })
        const text = statementAt(film, entry.seq)?.text ?? ''
        const last = entry.record.pieces?.at(-1)
        if (!hand || !last) continue
        expect(text.slice(0, hand.offset).endsWith(last.inserted)).toBe(true)
      }
    }),
    { numRuns: 100, seed: SEED },
  )
})
