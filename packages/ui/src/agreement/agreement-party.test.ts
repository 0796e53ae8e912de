import { describe, expect, it } from '@jest/globals'
import type { Agreement } from '@accord/domain/agreement/state'
import type { PersonId } from '@accord/domain/ids'
import { catalogue } from '../messages/compiled/en.js'
import type { Messages } from '../messages/compiled/messages.js'
import { createFormat } from '../messages/format.js'
import { createTranslate } from '../messages/translate.js'
import { type AgreementParty, partiesOf, sealSentence } from './agreement-party.js'
import { ringWords, sheetWords } from './sheet-words.js'

const t = createTranslate<Messages>(catalogue, 'en-GB')
const format = createFormat('en-GB', 'Europe/London')

function party(name: string, state: AgreementParty['state'], isViewer = false): AgreementParty {
  const side = name === 'Mara' ? 'practitioner' : 'client'
  return { id: name, name, side, state, isViewer, answer: null }
}

describe('the seal in words', () => {
  it.each([
    ['on', 'on', 'Seal closed. Mara and Jonah agree to this wording.'],
    ['on', 'lapsed', 'Half closed. Mara agreed to this wording; waiting for Jonah.'],
    ['lapsed', 'off', 'Seal open. Nobody’s agreement covers the current wording.'],
    ['off', 'off', 'Seal open. Nobody has agreed to these words yet.'],
  ] as const)('[AG1] practitioner %s, client %s', (practitioner, client, sentence) => {
    expect(sealSentence(t, format, [party('Mara', practitioner), party('Jonah', client)])).toBe(sentence)
  })

  it('puts a guardian on the client’s side and knows who is looking', () => {
    const wren = 'wren' as PersonId
    const agreement: Agreement = {
      kind: 'open',
      halves: [{ person: wren, relation: 'guardian', state: 'off', answer: null }],
    }
    expect(partiesOf(agreement, () => 'Wren', wren)).toEqual([
      { id: 'wren', name: 'Wren', side: 'client', state: 'off', isViewer: true, answer: null },
    ])
  })
})

describe('the portal’s sheet in words', () => {
  const facts = (mara: AgreementParty['state'], jonah: AgreementParty['state']) => ({
    parties: [party('Mara', mara), party('Jonah', jonah, true)],
    agreedDay: '29 October',
  })

  it('[AG2] says that the words changed and that the earlier agreement is kept', () => {
    expect(sheetWords(t, format, { standing: 'lapsed', ...facts('lapsed', 'lapsed') })).toEqual({
      title: 'The words changed, so the seal opened',
      sub: 'What you agreed on 29 October is kept. Your half closes when these words feel right.',
    })
  })

  it('says whose half is closed', () => {
    expect(sheetWords(t, format, { standing: 'open', ...facts('on', 'off') }).title).toBe(
      'Mara agrees to these words',
    )
    expect(sheetWords(t, format, { standing: 'open', ...facts('off', 'on') }).sub).toBe(
      'The seal closes when Mara agrees to the same words.',
    )
  })

  it('rings the seal with who and when', () => {
    const now = new Date('2026-11-19T12:00:00Z')
    const names = ['Mara', 'Jonah']
    expect(ringWords(t, format, { names, agreedAt: null, now })).toBe(
      'Not yet agreed · Mara & Jonah · 19 November ·',
    )
    expect(ringWords(t, format, { names, agreedAt: new Date('2026-11-19T10:31:00Z'), now })).toBe(
      'Agreed 19 November, 10:31 · Mara & Jonah ·',
    )
  })
})
