import { describe, expect, it } from '@jest/globals'
import { render } from '@testing-library/react'
import { createElement } from 'react'
import { combineCatalogues } from './catalogue.js'
import { catalogue } from './compiled/en.js'
import type { Messages } from './compiled/messages.js'
import { createFormat } from './format.js'
import { createTranslate } from './translate.js'

const t = createTranslate<Messages>(catalogue, 'en-GB')

describe('messages', () => {
  it('puts names into sentences and counts in the language’s own way', () => {
    expect(t('agreement.blocked.typing', { name: 'Jonah' })).toBe(
      'Opens when Jonah stops typing, so that you agree to the same words.',
    )
    expect([0, 1, 3].map((count) => t('saved.offline', { count }))).toEqual([
      'Offline',
      'Offline, 1 edit waiting',
      'Offline, 3 edits waiting',
    ])
  })

  it('turns tags into elements and never into markup from a person’s words', () => {
    const rich = t.rich('goal.lapse.both', {
      day: '29 October',
      words: '<i>four</i> nights',
      b: (children) => createElement('b', null, children),
      q: (children) => createElement('q', null, children),
    })
    expect(render(rich).container.innerHTML).toContain(
      '<b>29 October</b> to <q>“&lt;i&gt;four&lt;/i&gt; nights”</q>',
    )
  })

  it('refuses, at build time, wrong ids, wrong arguments and tags taken for text', () => {
    const wrong = () => {
      // @ts-expect-error no such message
      t('agreement.nothing')
      // @ts-expect-error the name is missing
      t('seal.closed', {})
      // @ts-expect-error a count is a number
      t('saved.offline', { count: '3' })
      // @ts-expect-error it holds tags
      t('offline.banner', { count: 1 })
    }
    expect(wrong).toThrow('no message agreement.nothing')
  })

  it('throws on an id that two catalogues define', () => {
    expect(() => combineCatalogues(catalogue, { 'brand.name': ['Other'] })).toThrow('brand.name')
  })
})

describe('dates', () => {
  const format = createFormat('en-GB', 'Europe/London')
  const now = new Date('2026-11-19T10:21:00Z')

  it('names the day, with the year only when it is another one', () => {
    expect(format.day(new Date('2026-10-29T09:00:00Z'), now)).toBe('29 October')
    expect(format.day(new Date('2025-10-29T09:00:00Z'), now)).toBe('29 October 2025')
  })

  it('counts days where the reader is, not in UTC', () => {
    const summer = new Date('2026-07-02T08:00:00Z')
    expect(format.relativeDay(new Date('2026-07-01T23:30:00Z'), summer)).toBe('today')
    expect(format.relativeDay(new Date('2026-07-01T22:30:00Z'), summer)).toBe('yesterday')
  })

  it('says a weekday within the last six days and the day before that', () => {
    expect(format.relativeDay(new Date('2026-11-17T22:14:00Z'), now)).toBe('Tuesday')
    expect(format.relativeDay(new Date('2026-11-12T22:14:00Z'), now)).toBe('12 November')
    expect(format.moment(new Date('2026-11-19T10:21:00Z'), now)).toBe('today, 10:21')
  })
})
