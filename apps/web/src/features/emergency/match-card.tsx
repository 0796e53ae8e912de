import { useState } from 'react'
import type { EmergencyMatch } from '@accord/domain/rest/emergency'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { Avatar } from '@accord/ui/presence/avatar'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { GlassDialog, NO_REASON, type GlassDraft } from './glass-dialog.js'

/** Somebody of that name: whose client, whom to ring first; of the record nothing. (EM1) */
export function MatchCard({ match }: { readonly match: EmergencyMatch }) {
  const t = useWebMessages()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const [isRinging, setIsRinging] = useState(false)
  // Kept while somebody rings: what was typed is there when nobody answers.
  const [draft, setDraft] = useState<GlassDraft>(NO_REASON)
  const { name, practitioners, caseId, isOwn } = match
  const seers = format.list(practitioners)
  const count = practitioners.length
  return (
    <div className="web-emergency-match">
      <Avatar name={name} relation="client" isPresent />
      <div className="ac-grow">
        <p className="ac-strong" dir="auto">
          {name}
        </p>
        <p className="ac-muted ac-small">
          {isOwn
            ? t('emergency.match.own')
            : t(isRinging ? 'emergency.match.ringing' : 'emergency.match.ring', { names: seers, count })}
        </p>
      </div>
      {isOwn ? (
        <ButtonLink href={`/clients/${caseId}/safety`}>{t('emergency.match.open')}</ButtonLink>
      ) : (
        <Button onPress={() => setIsOpen(true)}>{t('emergency.match.need')}</Button>
      )}
      {isOpen && (
        <GlassDialog
          match={match}
          draft={draft}
          onDraft={setDraft}
          onRing={() => {
            setIsRinging(true)
            setIsOpen(false)
          }}
          onLeave={() => {
            setDraft(NO_REASON)
            setIsRinging(false)
            setIsOpen(false)
          }}
          ringing={practitioners.map(givenName)}
        />
      )}
    </div>
  )
}
