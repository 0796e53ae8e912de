import { useState } from 'react'
import type { ConsentScope } from '@accord/domain/consent/purpose'
import {
  LONGEST_CONSENT,
  type CaseConsents,
  type ClientConsents,
  type ConsentRow,
} from '@accord/domain/rest/consent'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { useAnswerConsent } from '../../lib/consents.js'
import { consentTrouble } from '../../lib/consent-trouble.js'
import { NameBox } from '../../lib/name-box.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What may be told; a single goal is shared from the goal itself. */
const SCOPES = ['whole-plan', 'check-ins', 'notes'] as const satisfies readonly ConsentScope[]
/** In days; null lasts until it is taken back. */
const SPANS = { month: 30, year: 365, open: null } as const
type Span = keyof typeof SPANS
const DAY = 24 * 60 * 60 * 1000

interface PermitSheetProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
  /** Somebody who was permitted before; left out for somebody new. */
  readonly again?: ConsentRow
  readonly onClose: () => void
}

/** Permits the practice to tell one outsider something: who, what, for how long. (CO4) */
export function PermitSheet({ consents: { caseId, texts }, of, again, onClose }: PermitSheetProps) {
  const t = usePortalMessages()
  const text = texts.find(({ purpose }) => purpose === 'disclosure')
  const [who, setWho] = useState(again?.recipientName ?? '')
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('whole-plan')
  const [span, setSpan] = useState<Span>('year')
  const [name, setName] = useState('')
  const { mutate, error, isPending } = useAnswerConsent(caseId, () => {
    toasts.add({ kind: 'done', words: t('consent.signed') })
    onClose()
  })
  const recipient = cleanText(who).trim()
  const typed = cleanText(name).trim()
  const sign = () => {
    const days = SPANS[span]
    const answer = {
      purpose: 'disclosure' as const,
      answer: 'yes' as const,
      text: text?.hash ?? '',
      recipient: again?.recipient ? { id: again.recipient } : { name: recipient },
      scope,
      goal: null,
      expiresAt: days === null ? null : Date.now() + days * DAY,
    }
    mutate({ client: of.client, body: { name: typed, acknowledged: 0, said: [answer] } })
  }
  return (
    <Sheet title={t('consent.permit')} isOpen onClose={onClose}>
      <div className="pt-take">
        <p className="pt-consent-text" dir="auto">
          {text?.words}
        </p>
        <TextField
          label={t('consent.who')}
          description={t('consent.who.hint')}
          value={who}
          maxLength={LONGEST_CONSENT.name}
          isReadOnly={again !== undefined}
          onChange={setWho}
        />
        <ChoiceField
          label={t('consent.what')}
          choices={SCOPES.map((id) => ({ id, label: t(`consent.scope.${id}`) }))}
          chosen={scope}
          onChoose={setScope}
        />
        <ChoiceField
          label={t('consent.howLong')}
          choices={(['month', 'year', 'open'] as const).map((id) => ({ id, label: t(`consent.span.${id}`) }))}
          chosen={span}
          onChoose={setSpan}
        />
        <NameBox name={name} onChange={setName} of={of} />
        {error !== null && (
          <p className="ac-field-error" role="alert">
            {consentTrouble(t, error)}
          </p>
        )}
        <Button
          kind="primary"
          block
          size="large"
          isDisabled={typed === '' || recipient === ''}
          isPending={isPending}
          onPress={sign}
        >
          {t('consent.signOne')}
        </Button>
      </div>
    </Sheet>
  )
}
