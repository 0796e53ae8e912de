import { describe, expect, it } from '@jest/globals'
import type { SessionId } from '../ids.js'
import { GOAL, jonah, mara, Scene } from '../testing/plans.js'
import { agendaInOrder, hasRoomFor, isSubject, type AgendaSubject } from './agenda.js'
import { isCallLink } from './call-link.js'
import { sessionSummary } from './summary.js'

const session = 's1' as SessionId
const aGoal = () => new Scene(mara, jonah).addGoal().write(jonah, 'Sleep by eleven')

describe('a plan in a session', () => {
  it('[SE5] knows from its start to its end that it is live, and whoever paused it', () => {
    const scene = aGoal().enact(mara, { kind: 'session.started', session })
    expect(scene.plan.live).toEqual({ session, pausedBy: null })
    scene.enact(jonah, { kind: 'session.paused', session })
    expect(scene.plan.live).toEqual({ session, pausedBy: jonah.person })
    scene.enact(jonah, { kind: 'session.resumed', session })
    expect(scene.plan.live).toEqual({ session, pausedBy: null })
    expect(scene.enact(mara, { kind: 'session.ended', session }).plan.live).toBeNull()
  })

  it('[SE7] takes neither words nor commands from anybody while it is paused', () => {
    const scene = aGoal().enact(mara, { kind: 'session.started', session })
    scene.enact(jonah, { kind: 'session.paused', session })
    for (const who of [mara, jonah]) {
      expect(scene.text(who, [[0, 'x'], 15])).toEqual({ refused: 'sharing-paused' })
      expect(scene.ask(who, { name: 'goal.takeUp', goal: GOAL })).toEqual({ refused: 'sharing-paused' })
    }
    scene.enact(mara, { kind: 'session.ended', session })
    expect(() => scene.write(mara, 'Sleep by ten')).not.toThrow()
  })

  it('[SE12] leaves behind what differs, not what was tried and taken back', () => {
    const before = aGoal().plan
    const scene = aGoal().write(mara, 'Sleep by ten').write(mara, 'Sleep by eleven')
    expect(sessionSummary(before, scene.plan).changes).toEqual([])
    scene.write(jonah, 'Most nights').answer(jonah, 'agree').answer(mara, 'not-yet')
    const { changes, standings } = sessionSummary(before, scene.plan)
    expect(changes).toMatchObject([{ kind: 'words', before: 'Sleep by eleven', after: 'Most nights' }])
    expect(standings).toMatchObject([
      { agreement: 'open', isNew: false, halves: [{ answer: 'not-yet' }, { answer: 'agree' }] },
    ])
  })
})

const subject = (by: typeof mara, at: number): AgendaSubject => {
  return { subject: `${at}`, by: by.person, relation: by.relation, words: 'x', state: 'open', at }
}

describe('an agenda', () => {
  it('[SE9] has the client’s three first, and room for a fourth when one is taken back', () => {
    const full = [subject(mara, 1), subject(jonah, 4), subject(jonah, 3), subject(jonah, 2)]
    expect(agendaInOrder(full).map(({ at }) => at)).toEqual([2, 3, 4, 1])
    expect(hasRoomFor(full, jonah)).toBe(false)
    expect(hasRoomFor(full, mara)).toBe(true)
    const [first, ...others] = full.slice(1)
    expect(
      hasRoomFor([...others, ...(first ? [{ ...first, state: 'withdrawn' as const }] : [])], jonah),
    ).toBe(true)
  })

  it('[SE9] takes one line of words that can be kept', () => {
    expect(['Dad', ' Dad '].every(isSubject)).toBe(true)
    expect(['', '  ', 'a\nb', 'a\u202eb', 'x'.repeat(201)].some(isSubject)).toBe(false)
  })
})

it('[SE14] a call is an https address without a name or password in it', () => {
  expect(['https://call.example.org/room?x=1#a', 'https://call.example.org'].every(isCallLink)).toBe(true)
  const others = [
    'http://call.example.org',
    'https://a:b@call.example.org',
    'https://x',
    'javascript:alert(1)',
    'https://a.b c',
    '',
  ]
  expect(others.some(isCallLink)).toBe(false)
})
