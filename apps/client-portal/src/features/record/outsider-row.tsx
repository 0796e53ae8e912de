import { stands } from '@accord/domain/consent/ledger'
import type { CaseConsents, ClientConsents, ConsentRow } from '@accord/domain/rest/consent'
import { Switch } from '@accord/ui/controls/switch'
import { useFormat } from '@accord/ui/messages/use-format'
import { useState } from 'react'
import { useAnswerConsent } from '../../lib/consents.js'
import { consentTrouble } from '../../lib/consent-trouble.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { PermitSheet } from './permit-sheet.js'

interface OutsiderRowProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
  readonly entry: ConsentRow
  /** When the ledger was read, in ms. */
  readonly now: number
}

/** Somebody outside of the practice who may be told something, or may no longer. (CO4) */
export function OutsiderRow({ consents, of, entry, now }: OutsiderRowProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const [isPermitting, setPermitting] = useState(false)
  const text = consents.texts.find(({ purpose }) => purpose === 'disclosure')
  const { mutate, isPending } = useAnswerConsent(consents.caseId, () => undefined)
  if (text === undefined || entry.recipient === null) return null
  const day = (at: number) => format.day(new Date(at), new Date())
  const isOn = stands(entry, now)
  const what = t(`consent.scope.${entry.scope}`)
  const until = entry.expiresAt === null ? '' : day(entry.expiresAt)
  const note = isOn
    ? t(entry.expiresAt === null ? 'consent.outsider.on' : 'consent.outsider.until', { what, until })
    : t('consent.outsider.off', { what })
  const recipient = { id: entry.recipient }
  const { scope, goal, expiresAt } = entry
  const sayNo = () => {
    const answer = { purpose: 'disclosure' as const, answer: 'no' as const, text: text.hash }
    const body = { name: null, acknowledged: 0, said: [{ ...answer, recipient, scope, goal, expiresAt }] }
    mutate(
      { client: of.client, body },
      {
        onSuccess: () => toasts.add({ kind: 'done', words: t('consent.outsider.ended') }),
        onError: (error) => toasts.add({ kind: 'failed', words: consentTrouble(t, error) }),
      },
    )
  }
  return (
    <>
      <Switch
        label={<span dir="auto">{entry.recipientName ?? ''}</span>}
        note={note}
        isOn={isOn}
        isDisabled={!of.mayAnswer || isPending}
        onChange={(on) => (on ? setPermitting(true) : sayNo())}
      />
      {isPermitting && (
        <PermitSheet consents={consents} of={of} again={entry} onClose={() => setPermitting(false)} />
      )}
    </>
  )
}
