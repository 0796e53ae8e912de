import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { jonah, mara, Scene } from '../testing/plans.js'
import { inQueueOrder, QUEUE_ORDERS, type Queued } from './queue-order.js'
import { WEIGHTS, weightOf, type QueueReason } from './reason.js'
import type { QueueFacts } from './queue-facts.js'
import { bandOf, reasonsOf } from './reasons-of.js'
import { DEFAULT_THRESHOLDS } from './thresholds.js'

const DAY = 86_400_000
const ruth = 'ruth' as PersonId

function agreedScene(): Scene {
  const scene = new Scene(mara, jonah).addGoal().write(jonah, 'Asleep by ten')
  return scene.answer(jonah, 'agree').answer(mara, 'agree')
}

function factsOf(scene: Scene, changes: Partial<QueueFacts> = {}): QueueFacts {
  const { plan, now } = scene
  const review = { asks: [], unsigned: null }
  const times = { readAt: now, since: now - 90 * DAY, now }
  return { supervisor: ruth, plan, alerts: [], confidential: null, review, ...times, ...changes }
}

const queued = (facts: QueueFacts) => {
  const reasons = reasonsOf(facts, DEFAULT_THRESHOLDS)
  return { kinds: reasons.map(({ kind }) => kind), band: bandOf(reasons, facts, DEFAULT_THRESHOLDS) }
}

describe('why a case asks for its supervisor', () => {
  it('[SQ1] an agreed plan that was read today asks for nothing', () => {
    expect(queued(factsOf(agreedScene()))).toEqual({ kinds: [], band: 'fine' })
  })

  it('[SQ1] [SQ4] a seal that opened unread is for this week, and after seven days for today', () => {
    const scene = agreedScene()
    const readAt = scene.now
    scene.write(jonah, 'Asleep by eleven')
    expect(queued(factsOf(scene, { readAt }))).toEqual({ kinds: ['lapsed'], band: 'this-week' })
    expect(queued(factsOf(scene, { readAt, now: scene.now + 7 * DAY })).band).toBe('today')
  })

  it('[SQ4] once read, an open seal lies with the pair, and is worth another look a week later', () => {
    const scene = agreedScene().write(jonah, 'Asleep by eleven')
    expect(queued(factsOf(scene))).toEqual({ kinds: ['lapsed'], band: 'fine' })
    expect(queued(factsOf(scene, { now: scene.now + 7 * DAY })).band).toBe('this-week')
  })

  it.each(['not-yet', 'need-time', 'differently'] as const)('[SQ1] “%s” stands, with its age', (answer) => {
    const scene = agreedScene().answer(jonah, answer)
    const reasons = reasonsOf(factsOf(scene, { readAt: 0, now: scene.now }), DEFAULT_THRESHOLDS)
    expect(reasons).toContainEqual(
      expect.objectContaining({ kind: 'open-answer', answer, by: jonah.person, at: scene.now }),
    )
  })

  it('[SQ1] an answer to words that are no longer there is no reason', () => {
    const scene = agreedScene().answer(jonah, 'differently').write(mara, 'Asleep by half past ten')
    expect(queued(factsOf(scene)).kinds).not.toContain('open-answer')
  })

  it('[SQ4] a large deletion is for today until it was read', () => {
    const scene = agreedScene()
    const alerts = [{ kind: 'large-deletion' as const, at: scene.now, by: jonah.person }]
    expect(queued(factsOf(scene, { alerts, readAt: scene.now - 1 }))).toEqual({
      kinds: ['large-deletion'],
      band: 'today',
    })
    expect(queued(factsOf(scene, { alerts }))).toEqual({ kinds: [], band: 'fine' })
  })

  it('[SQ4] a history that does not hold is for today, also when nothing of it can be read', () => {
    const scene = agreedScene()
    expect(queued(factsOf(scene, { plan: null }))).toEqual({ kinds: ['history-broken'], band: 'today' })
    const alerts = [{ kind: 'history-broken' as const, at: scene.now - 9 * DAY, by: null }]
    expect(queued(factsOf(scene, { alerts }))).toEqual({ kinds: ['history-broken'], band: 'today' })
  })

  it('[SQ4] a case that nobody read yet is for this week, and after three days for today', () => {
    const scene = agreedScene()
    const facts = factsOf(scene, { readAt: null, since: scene.now - DAY })
    expect(queued(facts)).toEqual({ kinds: ['never-read'], band: 'this-week' })
    expect(queued({ ...facts, since: scene.now - 3 * DAY }).band).toBe('today')
  })

  it('[SQ3] [SQ4] the days since reading count from the clinic’s own thresholds', () => {
    const scene = agreedScene()
    const after = (days: number) => queued(factsOf(scene, { now: scene.now + days * DAY })).band
    expect([14, 15, 27, 28].map(after)).toEqual(['fine', 'this-week', 'this-week', 'today'])
    const facts = factsOf(scene, { now: scene.now + 15 * DAY })
    const patient = { ...DEFAULT_THRESHOLDS, unreadWeekDays: 20 }
    expect(bandOf(reasonsOf(facts, patient), facts, patient)).toBe('fine')
  })
})

describe('what a review waits for', () => {
  it('[SQ17] what was read and is not signed is for this week after as many days as the clinic says', () => {
    const scene = agreedScene()
    const after = (days: number, changes = {}) => {
      const review = { asks: [], unsigned: { upTo: 31, at: scene.now } }
      const facts = factsOf(scene, { review, readAt: scene.now, now: scene.now + days * DAY })
      const thresholds = { ...DEFAULT_THRESHOLDS, ...changes }
      const reasons = reasonsOf(facts, thresholds)
      return [reasons.map(({ kind }) => kind), bandOf(reasons, facts, thresholds)]
    }
    expect(after(6)).toEqual([[], 'fine'])
    expect(after(7)).toEqual([['unsigned'], 'this-week'])
    expect(after(9, { unsignedDays: 10 })).toEqual([[], 'fine'])
  })

  it('[SQ18] an ask stands with its age from the first day, and is for this week once it has waited', () => {
    const scene = agreedScene()
    const ask = { at: scene.now, by: ruth, goalName: 'Sleep' }
    const after = (days: number) => {
      const now = scene.now + days * DAY
      return queued(factsOf(scene, { review: { asks: [ask], unsigned: null }, readAt: now, now }))
    }
    expect(after(0)).toEqual({ kinds: ['ask-open'], band: 'fine' })
    expect(after(7)).toEqual({ kinds: ['ask-open'], band: 'this-week' })
  })

  it('[SQ19] what is kept from a guardian asks like the plan, by when that record itself was read', () => {
    const kept = agreedScene().write(jonah, 'Asleep by eleven')
    const { plan, now } = kept
    const facts = (readAt: number | null) =>
      factsOf(agreedScene(), { now, readAt: now, confidential: { plan, alerts: [], readAt } })
    expect(queued(facts(null))).toEqual({ kinds: ['lapsed'], band: 'this-week' })
    expect(queued(facts(now))).toEqual({ kinds: ['lapsed'], band: 'fine' })
    expect(reasonsOf(facts(null), DEFAULT_THRESHOLDS)[0]).toMatchObject({ in: 'confidential' })
  })
})

const reason = fc.constantFrom<QueueReason>(
  { kind: 'history-broken', in: 'plan', at: 5 },
  { kind: 'large-deletion', in: 'plan', at: 4, by: null },
  { kind: 'unsigned', at: 3, upTo: 9 },
  { kind: 'never-read', at: 1 },
  { kind: 'unread-for-long', at: 2 },
)
const aCase: fc.Arbitrary<Queued> = fc.record({
  band: fc.constantFrom('today', 'this-week', 'fine'),
  reasons: fc.array(reason, { maxLength: 2 }),
  readAt: fc.option(fc.integer({ min: 0, max: 50 })),
  name: fc.constantFrom('Ada', 'Bo', 'Cy'),
})

describe('the order of the queue', () => {
  it('[SQ5] keeps every case, today first, whatever the order within', () => {
    const bands = ['today', 'this-week', 'fine']
    fc.assert(
      fc.property(fc.array(aCase), fc.constantFrom(...QUEUE_ORDERS), (cases, order) => {
        const sorted = inQueueOrder(cases, order)
        expect(new Set(sorted)).toEqual(new Set(cases))
        const places = sorted.map(({ band }) => bands.indexOf(band))
        expect(places).toEqual([...places].sort())
      }),
    )
  })

  it('[SQ5] does not depend on the order in which cases were found', () => {
    fc.assert(
      fc.property(fc.array(aCase), fc.constantFrom(...QUEUE_ORDERS), (cases, order) => {
        const there = inQueueOrder(cases, order)
        const back = inQueueOrder([...cases].reverse(), order)
        expect(back.map(({ band, name }) => [band, order === 'name' ? name : ''])).toEqual(
          there.map(({ band, name }) => [band, order === 'name' ? name : '']),
        )
      }),
    )
  })

  it('[SQ5] the record weighs more than an open seal, and that more than time', () => {
    const weights = (['large-deletion', 'lapsed', 'never-read'] as const).map((kind) => weightOf({ kind }))
    expect(weights).toEqual([...weights].sort())
    expect(new Set(weights).size).toBe(3)
    expect(WEIGHTS.slice(1, 3)).toEqual(['safety', 'check-in'])
  })

  it('[SQ6] the longest unread first puts what was never read before everything', () => {
    const of = (name: string, readAt: number | null): Queued => ({ band: 'fine', reasons: [], readAt, name })
    const sorted = inQueueOrder([of('Ada', 9), of('Bo', null), of('Cy', 3)], 'unread')
    expect(sorted.map(({ name }) => name)).toEqual(['Bo', 'Cy', 'Ada'])
  })

  it('[SQ4] an unread reason never becomes less urgent as time goes by', () => {
    const scene = agreedScene()
    const readAt = scene.now
    scene.write(jonah, 'Asleep by eleven')
    const bands = ['fine', 'this-week', 'today']
    const rank = (days: number) =>
      bands.indexOf(queued(factsOf(scene, { readAt, now: scene.now + days * DAY })).band)
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (days, more) => {
        expect(rank(days + more)).toBeGreaterThanOrEqual(rank(days))
      }),
    )
  })
})
