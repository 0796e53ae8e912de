import { useState } from 'react'
import type { AskedPurpose } from '@accord/domain/consent/purpose'
import type { CaseConsents, ClientConsents, ConsentText } from '@accord/domain/rest/consent'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { useAnswerConsent } from '../../lib/consents.js'
import { consentTrouble } from '../../lib/consent-trouble.js'
import { NameBox } from '../../lib/name-box.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface SignSheetProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
  readonly text: ConsentText
  readonly onClose: () => void
}

/** The words of one text, and a name under them. (CO2, CO3) */
export function SignSheet({ consents: { caseId }, of, text, onClose }: SignSheetProps) {
  const t = usePortalMessages()
  const [name, setName] = useState('')
  const { mutate, error, isPending } = useAnswerConsent(caseId, () => {
    toasts.add({ kind: 'done', words: t('consent.signed') })
    onClose()
  })
  const typed = cleanText(name).trim()
  const sign = () => {
    const answer = { purpose: text.purpose as AskedPurpose, answer: 'yes' as const, text: text.hash }
    mutate({ client: of.client, body: { name: typed, acknowledged: 0, said: [answer] } })
  }
  return (
    <Sheet title={text.title} isOpen onClose={onClose}>
      <div className="pt-take">
        <p className="pt-consent-text" dir="auto">
          {text.words}
        </p>
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
          isDisabled={typed === ''}
          isPending={isPending}
          onPress={sign}
        >
          {t('consent.signOne')}
        </Button>
      </div>
    </Sheet>
  )
}
