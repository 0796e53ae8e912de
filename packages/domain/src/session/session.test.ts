import { describe, expect, it } from '@jest/globals'
import { refusalOfStep, SESSION_STATES } from './session.js'

describe('the life of a session', () => {
  it('[SE1] goes from scheduled over live, ended and noted to signed', () => {
    const way = ['scheduled', 'live', 'ended', 'noted', 'signed'] as const
    way.slice(1).forEach((to, at) => expect(refusalOfStep(way[at] ?? 'signed', to)).toBeNull())
  })

  it('[SE1] is cancelled only before it began', () => {
    const cancellable = SESSION_STATES.filter((from) => refusalOfStep(from, 'cancelled') === null)
    expect(cancellable).toEqual(['scheduled'])
  })

  it('[SE1] leaves no state out and goes never back', () => {
    const steps = SESSION_STATES.flatMap((from) => SESSION_STATES.map((to) => [from, to] as const))
    const allowed = steps.filter(([from, to]) => refusalOfStep(from, to) === null)
    expect(allowed).toHaveLength(5)
    expect(refusalOfStep('scheduled', 'ended')).toEqual({ refused: 'session-moved-on' })
    expect(refusalOfStep('ended', 'live')).toEqual({ refused: 'session-moved-on' })
  })
})
