import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { NoteId, PersonId, SessionId } from '../ids.js'
import { isRefusal } from '../refusal.js'
import { BODY_REGIONS, regionId, regionOf, type BodyMark } from './body-map.js'
import { shapeOf, SHEET } from './body-shapes.js'
import { carriedForward, emptyNote, inForm, wordsIn, type NoteContent } from './content.js'
import { NOTE_KINDS, sectionsOf } from './kind.js'
import { shownFrom, showingOf } from './release.js'
import { requirementsFor } from './requirement.js'
import {
  afterAct,
  isLate,
  isSettled,
  NOTE_ACTS,
  NOTE_STATES,
  refusalOfCoSigner,
  type NoteState,
} from './state.js'
import { amendmentHash, noteHash, noteText, type NoteStamp } from './text.js'

const SEED = Number(process.env.ACCORD_SEED ?? Date.now() % 2 ** 31)
const STAMP: NoteStamp = { note: 'n1' as NoteId, session: 's1' as SessionId, version: 1 }

function aNote(
  words: Readonly<Record<string, string>>,
  kind: (typeof NOTE_KINDS)[number] = 'soap',
): NoteContent {
  const empty = emptyNote({ kind })
  const sections = empty.sections.map(({ section }) => ({ section, words: words[section] ?? '' }))
  return { ...empty, sections }
}

const mark = fc.record<BodyMark>({
  region: fc.constantFrom(...BODY_REGIONS.map(regionId)),
  kind: fc.constantFrom('pain', 'tension'),
  intensity: fc.option(fc.integer({ min: 0, max: 10 })),
  words: fc.string(),
})
/** Any note that could be written, in any of the forms. */
const anyNote = fc
  .record({
    kind: fc.constantFrom(...NOTE_KINDS),
    texts: fc.array(fc.oneof(fc.string(), fc.constantFrom('a\nb', 'end', 'section "plan"', '  x')), {
      minLength: 6,
      maxLength: 6,
    }),
    marks: fc.array(mark, { maxLength: 3 }),
  })
  .map(({ kind, texts, marks }): NoteContent => {
    const sections = sectionsOf(kind).map((section, at) => ({ section, words: texts[at] ?? '' }))
    return { ...emptyNote({ kind }), sections, marks }
  })

describe('what is signed', () => {
  it('[NO8] is another text as soon as anything of it differs', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(noteHash(STAMP, one) === noteHash(STAMP, other)).toBe(isSame)
      }),
      { seed: SEED },
    )
  })

  it('[NO8] has another hash when a single character is put in, wherever that is', () => {
    fc.assert(
      fc.property(
        anyNote,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('x', ' ', '\n', 'é'),
        (note, which, where, letter) => {
          const sections = note.sections.map((one, at) => {
            if (at !== which % note.sections.length) return one
            const place = where % (one.words.length + 1)
            return { ...one, words: one.words.slice(0, place) + letter + one.words.slice(place) }
          })
          expect(noteHash(STAMP, { ...note, sections })).not.toBe(noteHash(STAMP, note))
        },
      ),
      { seed: SEED },
    )
  })

  it('[NO8] belongs to one note, one session and one version', () => {
    const note = aNote({ plan: 'Rest' })
    const others = [{ note: 'n2' as NoteId }, { session: 's2' as SessionId }, { version: 2 }]
    const hashes = [{}, ...others].map((other) => noteHash({ ...STAMP, ...other }, note))
    expect(new Set(hashes).size).toBe(4)
  })

  it('[NO8] cannot be made to look like its own frame', () => {
    const forged = noteText(STAMP, aNote({ subjective: 'x\nsection "plan"\nend' }))
    expect(forged.split('\n').filter((line) => line === 'end')).toHaveLength(1)
    expect(forged).toContain('\n  section "plan"\n  end\n')
  })

  it('[NO10] is told apart from an amendment, and each amendment from the next', () => {
    const { note } = STAMP
    const said = [1, 2].map((number) => amendmentHash({ note, number }, 'It was Monday.'))
    expect(new Set([...said, amendmentHash({ note, number: 1 }, 'It was Tuesday.')]).size).toBe(3)
  })
})

describe('the form of a note', () => {
  it('[NO3] changes as often as one likes, and not a word is lost', () => {
    fc.assert(
      fc.property(anyNote, fc.array(fc.constantFrom(...NOTE_KINDS), { maxLength: 5 }), (note, forms) => {
        const turned = forms.reduce((content, kind) => inForm(content, { kind }), note)
        const whole = turned.sections.map(({ words }) => words).join('\n')
        for (const { words } of note.sections) if (words.trim() !== '') expect(whole).toContain(words)
        expect(turned.marks).toEqual(note.marks)
      }),
      { seed: SEED },
    )
  })

  it('[NO3] puts what was said and what was seen into data, and leaves it to the author to tell them apart again', () => {
    const dap = inForm(aNote({ subjective: 'Said.', objective: 'Seen.', plan: 'Go on.' }), { kind: 'dap' })
    expect(wordsIn(dap, 'data')).toBe('Said.\n\nSeen.')
    const back = inForm(dap, { kind: 'soap' })
    expect([wordsIn(back, 'subjective'), wordsIn(back, 'plan')]).toEqual(['', 'Go on.'])
    expect(back.sections.at(-1)).toEqual({ section: 'data', words: 'Said.\n\nSeen.' })
  })

  it('[NO7] takes earlier words over once, under those of today', () => {
    const earlier = aNote({ plan: 'Walk daily.', assessment: 'Steady.' })
    const once = carriedForward(aNote({ plan: 'Two stops.' }), earlier)
    expect(wordsIn(once, 'plan')).toBe('Two stops.\n\nWalk daily.')
    expect(wordsIn(once, 'assessment')).toBe('Steady.')
    expect(carriedForward(once, earlier)).toEqual(once)
  })

  it('[NO2] is hinted at by what its discipline asks for, and by who says so', () => {
    const standing = (content: NoteContent) =>
      Object.fromEntries(requirementsFor('counselling', content).map((one) => [one.element, one.standing]))
    expect(standing(aNote({ plan: 'Next week.' }))).toMatchObject({
      'when-and-who': 'known',
      next: 'there',
      symptoms: 'missing',
      risk: 'look',
    })
    for (const discipline of ['psychotherapy', 'counselling', 'massage', 'reiki'] as const)
      for (const kind of NOTE_KINDS)
        for (const one of requirementsFor(discipline, aNote({}, kind))) expect(one.source).not.toBe('')
  })
})

describe('where a note is', () => {
  it('[NO9] whatever is done, never becomes a draft again, and is amended only when nobody is still to co-sign', () => {
    const acts = fc.array(fc.constantFrom(...NOTE_ACTS), { maxLength: 30 })
    fc.assert(
      fc.property(acts, (done) => {
        let state: NoteState = 'draft'
        for (const act of done) {
          const next = afterAct(state, act)
          if (isRefusal(next)) continue
          if (state !== 'draft') expect(next).not.toBe('draft')
          if (act === 'amend' || act === 'release') expect(isSettled(state)).toBe(true)
          if (act === 'co-sign' || act === 'return') expect(state).toBe('awaiting')
          state = next
        }
      }),
      { seed: SEED },
    )
  })

  it('[NO9] is written on only as a draft, or when it was returned', () => {
    const written = NOTE_STATES.filter((state) => !isRefusal(afterAct(state, 'write')))
    expect(written).toEqual(['draft', 'returned'])
    expect(afterAct('signed', 'sign')).toMatchObject({ refused: 'note-moved-on' })
    expect(afterAct('returned', 'ask')).toBe('awaiting')
  })

  it('[NO11] is co-signed by a supervisor of the case, never by its author', () => {
    const [mara, ruth] = ['mara' as PersonId, 'ruth' as PersonId]
    expect(refusalOfCoSigner({ author: mara, coSigner: ruth }, [ruth])).toBeNull()
    expect(refusalOfCoSigner({ author: ruth, coSigner: ruth }, [ruth])).toEqual({ refused: 'not-yours' })
    expect(refusalOfCoSigner({ author: mara, coSigner: ruth }, [])).toEqual({ refused: 'not-yours' })
  })

  it('[NO12] is late from 72 hours after its session on', () => {
    const hours = (count: number) => isLate({ endedAt: 0, signedAt: count * 3_600_000 })
    expect([71, 72, 73].map(hours)).toEqual([false, false, true])
  })

  it('[NO13] is shown to whom its author said, from when they said', () => {
    const later = showingOf(
      { kind: 'delayed', to: 'clients', until: 50, reason: 'talk-first', words: '' },
      10,
    )
    expect([shownFrom('client', later), shownFrom('guardian', later)]).toEqual([50, null])
    const all = showingOf({ kind: 'released', to: 'everybody' }, 10)
    expect([shownFrom('client', all), shownFrom('guardian', all)]).toEqual([10, 10])
    expect(shownFrom('client', showingOf({ kind: 'withheld', reason: 'harm', words: '' }, 10))).toBeNull()
  })
})

describe('the body of a massage note', () => {
  it('[NO5] has every region once, each on the sheet, and none over another', () => {
    const ids = BODY_REGIONS.map(regionId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => regionOf(id) !== undefined)).toBe(true)
    const shapes = BODY_REGIONS.map((region) => ({ view: region.view, ...shapeOf(region) }))
    for (const { x, y, width, height } of shapes) {
      expect(width).toBeGreaterThan(8)
      expect([x >= 0, y >= 0, x + width <= SHEET.width, y + height <= SHEET.height]).not.toContain(false)
    }
    const overlaps = shapes.flatMap((a, at) =>
      shapes
        .slice(at + 1)
        .filter(
          (b) =>
            a.view === b.view &&
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        ),
    )
    expect(overlaps).toEqual([])
  })

  it('[NO5] has the client’s own right and left, from whichever side one looks', () => {
    const x = (id: string) => {
      const region = regionOf(id)
      return region ? shapeOf(region).x : -1
    }
    expect(x('front:hand:right')).toBeLessThan(x('front:hand:left'))
    expect(x('back:hand:left')).toBeLessThan(x('back:hand:right'))
  })
})
