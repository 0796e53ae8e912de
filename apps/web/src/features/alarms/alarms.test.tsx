import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import type { CaseId } from '@accord/domain/ids'
import type { HistoryAlarm } from '@accord/domain/rest/alarms'
import { AS_RUTH, MARA, PLAN, RUTH } from '../../testing/people.js'
import { type Answers, ok, pageAlert, renderConsole } from '../../testing/render-console.js'

const NOTE = 'Put back from the backup of Tuesday.'

function anAlarm(changes: Partial<HistoryAlarm> = {}): HistoryAlarm {
  return {
    id: 'alarm',
    caseId: 'case' as CaseId,
    log: PLAN,
    audience: 'plan',
    clients: ['Jonah Okafor'],
    seq: 14,
    entries: 31,
    reason: 'digest-differs',
    found: 'server',
    reporter: null,
    at: Date.now(),
    told: [
      { person: RUTH, name: 'Ruth Adeyemi', as: 'supervisor', at: Date.now() },
      { person: MARA, name: 'Mara Lindqvist', as: 'practitioner', at: null },
    ],
    acknowledged: [],
    isTheirs: true,
    ...changes,
  }
}

function alarms(list: Answers[string], more: Answers = {}): void {
  renderConsole('/alarms', { 'GET /api/sign-in': ok({ self: AS_RUTH }), 'GET /api/alarms': list, ...more })
}

const list = (...all: readonly HistoryAlarm[]) => ok({ at: Date.now(), alarms: all })

describe('alarms', () => {
  it('[HI21] [HI22] say which entry, what still stands, who found it and who was told', async () => {
    alarms(list(anAlarm()))
    expect(await screen.findByText('What change 14 holds was altered after it was stored.')).toBeTruthy()
    expect(screen.getByText(/^The 13 changes before it are intact and in order/)).toBeTruthy()
    expect(screen.getByText(/by the server’s own check/)).toBeTruthy()
    expect(screen.getByText(/^Ruth Adeyemi, supervisor:/)).toBeTruthy()
    expect(screen.getByText('Not seen yet by Mara Lindqvist.')).toBeTruthy()
    expect(screen.getByText('Nobody has said yet that they know.')).toBeTruthy()
  })

  it('[HI17] [HI20] tell a witness’s finding as what it is', async () => {
    const reporter = { person: RUTH, name: 'Ruth Adeyemi' }
    alarms(list(anAlarm({ found: 'witness', reason: 'older', seq: 30, reporter })))
    expect(await screen.findByText(/^The newest checkpoint is older than one that was seen/)).toBeTruthy()
    expect(screen.getByText(/^The server has 31 changes of it now/)).toBeTruthy()
    expect(screen.getByText(/by Ruth Adeyemi’s browser, which remembered/)).toBeTruthy()
  })

  it('[HI23] are acknowledged with a note, and stay', async () => {
    const sent: string[] = []
    const known = { person: RUTH, name: 'Ruth Adeyemi', at: Date.now(), note: NOTE }
    const after = anAlarm({ acknowledged: [known], isTheirs: false })
    const answer = () => list(sent.length === 0 ? anAlarm() : after)
    alarms(answer, {
      'POST /api/alarms/alarm/acknowledgement': () => {
        sent.push('sent')
        return { status: 204 }
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'I know about the record of Jonah Okafor' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'I know about this' }))
    expect(dialog.getByText('A line about what you know or will do.')).toBeTruthy()
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: NOTE } })
    fireEvent.click(dialog.getByRole('button', { name: 'I know about this' }))
    expect(await screen.findByText(/^Ruth Adeyemi knows since/)).toBeTruthy()
    expect(screen.getByText(NOTE)).toBeTruthy()
    expect(screen.getByText('What change 14 holds was altered after it was stored.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'I know about the record of Jonah Okafor' })).toBeNull()
  })

  it('say that there are none', async () => {
    alarms(list())
    expect(await screen.findByText('No alarm')).toBeTruthy()
  })

  it('say when they could not be fetched', async () => {
    alarms('down')
    expect(await pageAlert()).toBeTruthy()
  })
})
