import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { wordingHash } from '../goal/wording.js'
import { PLAN_LIMITS } from '../plan/limits.js'
import { stage, type Operation } from '../plan/stage.js'
import { isRefusal, REFUSAL_CODES } from '../refusal.js'
import { hasForbiddenCharacter } from '../text/characters.js'
import { GOAL, jonah, LOG, mara, Scene } from '../testing/plans.js'
import { CLIENT_EVENTS } from './wire.js'

const MUTANTS = Number(process.env.ACCORD_MUTANTS ?? 20_000)
const SEED = Number(process.env.ACCORD_SEED ?? Date.now() % 2 ** 31)
const CLIENT = '0193c000-0000-7000-8000-0000000000f1'
const STATEMENT = 'Sleep by eleven 😀'

const addressed = { plan: LOG, clientId: CLIENT, op: 1 }
const real = [
  ['text', { ...addressed, base: 4, goal: GOAL, field: 'statement', changes: [9, [6, 'ten'], 3] }],
  ['text', { ...addressed, base: 3, goal: GOAL, field: 'name', changes: [5, [0, 'ing']] }],
  ['command', { ...addressed, command: { name: 'goal.add', goal: CLIENT, kind: 'change', title: 'Dad' } }],
  ['command', { ...addressed, command: { name: 'goal.move', goal: GOAL, after: null } }],
  [
    'command',
    {
      ...addressed,
      command: {
        name: 'agreement.answer',
        goal: GOAL,
        answer: 'agree',
        wording: wordingHash(GOAL, STATEMENT),
        readAt: 4,
        reason: null,
      },
    },
  ],
  ['command', { ...addressed, command: { name: 'step.add', goal: GOAL, step: CLIENT, text: 'Breathe' } }],
] as const

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 53,
    1e308,
    '',
    '\ud83d',
    '\u202e',
    '__proto__',
    [],
    {},
    [[]],
    'a\nb',
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.integer(),
)
const mutation = fc.tuple(
  fc.constantFrom(...real),
  fc.array(fc.tuple(fc.nat(30), fc.constantFrom('replace', 'remove', 'add', 'repeat'), hostile), {
    minLength: 1,
    maxLength: 3,
  }),
)

type Change = readonly [number, string, unknown]

/** A copy of a message with one of its places, counted in depth, changed. */
function mutated(message: unknown, [at, how, value]: Change): unknown {
  const copy: unknown = structuredClone(message)
  const places: [Record<string, unknown>, string][] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key])
      walk((node as Record<string, unknown>)[key])
    }
  }
  walk(copy)
  const [holder, key] = places[at % places.length] ?? [{}, '']
  if (how === 'replace') holder[key] = value
  if (how === 'remove') Reflect.deleteProperty(holder, key)
  if (how === 'add') Object.defineProperty(holder, `${key}x`, { value, enumerable: true })
  if (how === 'repeat') holder[key] = [holder[key], holder[key]]
  return copy
}

const written = new Scene(mara, jonah).addGoal().write(mara, STATEMENT).staging

describe('a message that was tampered with', () => {
  it(`[Y2, LP2, LP5] is accepted as valid or refused with a code, and never throws (seed ${SEED})`, () => {
    let accepted = 0
    fc.assert(
      fc.property(mutation, ([[event, message], changes]) => {
        const sent = changes.reduce<unknown>(mutated, message)
        const parsed = CLIENT_EVENTS[event].safeParse(sent)
        if (!parsed.success) return
        const body = parsed.data as Record<string, unknown>
        const operation = (event === 'text'
          ? { kind: 'text', text: body }
          : { kind: 'command', command: body.command }) as unknown as Operation
        const staged = stage(written, operation, jonah, 1_796_700_000_000, PLAN_LIMITS)
        if (isRefusal(staged)) {
          expect(REFUSAL_CODES).toContain(staged.refused)
          return
        }
        accepted += 1
        for (const goal of Object.values(staged.after.plan.goals)) {
          expect(hasForbiddenCharacter(goal?.statement.text ?? '')).toBe(false)
        }
        expect(staged.after.plan.seq).toBe(written.plan.seq + 1)
      }),
      { numRuns: MUTANTS, seed: SEED },
    )
    expect(accepted).toBeGreaterThan(0)
  })
})
