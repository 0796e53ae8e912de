import { describe, expect, it, jest } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { renderWithMessages } from '../testing/render-with-messages.js'
import type { Asking } from './asking.js'
import { CodeAppSetup } from './code-app-setup.js'

const BEGUN = {
  secret: 'NA2OWSROHN2JV6O2',
  address: 'otpauth://totp/Accord:a%40b.example?secret=NA2OWSROHN2JV6O2',
}

const CONFIRMED = { recoveryCodes: ['qp69-epxq', 'qdwv-696b'] }

describe('setting up a code app', () => {
  it('[ID27] [ID29] takes the code as it is typed, and leads to the recovery codes, which are shown only now', async () => {
    const post = jest.fn<Asking['post']>().mockResolvedValue(CONFIRMED)
    const asking = { get: jest.fn(), post, codeOf: () => null } as unknown as Asking
    renderWithMessages(<CodeAppSetup begun={BEGUN} asking={asking} onDone={jest.fn()} />)
    expect(screen.getByText('NA2O WSRO HN2J V6O2')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '123 456' } })
    fireEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('They are shown only now.'))
    expect(post).toHaveBeenCalledWith('/api/me/code-app/confirm', { code: '123456' })
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['qp69-epxq', 'qdwv-696b'])
  })
})
