import type { ReactNode } from 'react'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import { type AgreementParty, halvesOf, sealSentence } from './agreement-party.js'

interface AgreedWordsProps {
  readonly parties: readonly AgreementParty[]
  readonly ring?: string
  /** The words that were agreed to. */
  readonly children: ReactNode
}

/** The portal's page for a closed seal: large, calm, with the words under it. */
export function AgreedWords({ parties, ring, children }: AgreedWordsProps) {
  const t = useUiMessages()
  const format = useFormat()
  return (
    <section className="ac-agreed" aria-label={t('agreement.label')}>
      <Seal
        halves={halvesOf(parties)}
        size={232}
        label={sealSentence(t, format, parties)}
        {...(ring === undefined ? {} : { ring })}
      />
      <h2 className="ac-title">{t('agreement.sheet.agreed', { count: parties.length })}</h2>
      <p className="ac-agreed-words" dir="auto">
        {children}
      </p>
      <p className="ac-muted">{t('agreement.sheet.agreedSub', { count: parties.length })}</p>
    </section>
  )
}
