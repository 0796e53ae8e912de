import { describe, expect, it } from '@jest/globals'
import type { PersonId } from '../ids.js'
import { everybodyAsked, fateNow, isDue, retentionOf } from './kept-case.js'

const client = (name: string, birthDate: string | null = '1980-02-01') => ({
  person: name as PersonId,
  birthDate,
  died: null as string | null,
})
const aCase = (clients = [client('ann')]) => ({
  discipline: 'counselling' as const,
  clients,
  lastService: '2017-03-01',
})
const asked = (name: string, isGuardian = false) => ({ person: name as PersonId, isGuardian })

describe('what is known of a case that is to be erased', () => {
  it('[DR20] is kept to the end of its day, and never erased on it', () => {
    const on = (today: string) => retentionOf(['us-apa'], aCase(), today)
    expect(on('2024-03-01')).toMatchObject({ kind: 'kept', until: '2024-03-01', isOver: false })
    expect(on('2024-03-02')).toMatchObject({ isOver: true, rule: { code: 'us-apa' } })
  })

  it('[DR20] [CL24] counts the years after a death that a rule names', () => {
    const died = aCase([{ ...client('ann'), died: '2030-05-01' }])
    expect(retentionOf(['nhs-mental-health'], died, '2031-01-01')).toMatchObject({ until: '2040-05-01' })
    expect(retentionOf(['nhs-mental-health'], aCase(), '2031-01-01')).toMatchObject({ until: '2037-03-01' })
  })

  it('[DR23] of several clients the longest term counts, and one of whom too little is known keeps it', () => {
    const both = aCase([client('ann'), client('bo', '2010-02-01')])
    expect(retentionOf(['us-apa'], both, '2026-01-01')).toMatchObject({ until: '2031-02-01' })
    const unknown = aCase([client('ann'), client('bo', null)])
    expect(retentionOf(['us-apa'], unknown, '2026-01-01')).toEqual({ kind: 'unknown-age' })
    expect(retentionOf([], aCase(), '2026-01-01')).toEqual({ kind: 'no-rule' })
  })

  it('[DR23] is everybody’s wish when each client asked, or a guardian for those under eighteen', () => {
    const couple = [client('ann'), client('bo')]
    expect(everybodyAsked(couple, [asked('ann')], '2026-01-01')).toBe(false)
    expect(everybodyAsked(couple, [asked('ann'), asked('bo')], '2026-01-01')).toBe(true)
    const child = [client('kit', '2010-02-01')]
    expect(everybodyAsked(child, [asked('petra', true)], '2028-01-31')).toBe(true)
    expect(everybodyAsked(child, [asked('petra', true)], '2028-02-01')).toBe(false)
    expect(everybodyAsked([client('kit', null)], [asked('petra', true)], '2026-01-01')).toBe(false)
  })

  it('[DR24] is done when the days are over and nothing holds it', () => {
    const over = retentionOf(['us-apa'], aCase(), '2024-03-02')
    const ahead = retentionOf(['us-apa'], aCase(), '2024-03-01')
    expect(isDue('to-erase', over, false)).toBe(true)
    expect(isDue('shared', over, false)).toBe(true)
    expect([isDue('to-erase', ahead, false), isDue('to-erase', over, true)]).toEqual([false, false])
    expect(isDue('restricted', over, false)).toBe(false)
    expect(isDue('to-erase', { kind: 'no-rule' }, false)).toBe(false)
    expect([fateNow('to-erase', false), fateNow('to-erase', true), fateNow('shared', true)]).toEqual([
      'kept',
      'held',
      'shared',
    ])
  })
})
