import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useNavigate } from 'react-router'
import {
  EMERGENCY_PARTS,
  EMERGENCY_REASONS,
  isReason,
  LONGEST_EMERGENCY_WORDS,
  type EmergencyPart,
  type EmergencyReason,
} from '@accord/domain/emergency/opening'
import type { EmergencyMatch } from '@accord/domain/rest/emergency'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { BrokenPaneIcon } from '@accord/ui/icons/broken-pane-icon'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { emergencyQuery, EMERGENCY_ADDRESS, openInEmergency } from '../../lib/emergency/emergency.js'
import { givenName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { GlassParts } from './glass-parts.js'

/** What somebody has chosen and written so far. */
export interface GlassDraft {
  readonly parts: readonly EmergencyPart[]
  readonly code: EmergencyReason | null
  readonly why: string
}

export const NO_REASON: GlassDraft = { parts: ['safety'], code: null, why: '' }

interface GlassDialogProps {
  readonly match: EmergencyMatch
  readonly draft: GlassDraft
  readonly onDraft: (draft: GlassDraft) => void
  readonly onRing: () => void
  readonly onLeave: () => void
  /** Given names of whom to ring first. */
  readonly ringing: readonly string[]
}

/** Scope, reason, and the people who will read it, before the danger button; nothing of the record behind it. (EM4) */
export function GlassDialog({ match, draft, onDraft, onRing, onLeave, ringing }: GlassDialogProps) {
  const t = useWebMessages()
  const format = useFormat()
  const self = useSelf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const { caseId, client, name, told } = match
  const { parts, code, why } = draft
  const readers = format.list(told.map(givenName))
  const opening = useMutation({
    mutationFn: (chosen: EmergencyReason) =>
      openInEmergency({ caseId, client, parts: [...parts], code: chosen, why: why.trim() }),
    onSuccess: async ({ access }) => {
      await queries.invalidateQueries({ queryKey: emergencyQuery.queryKey })
      await navigate(`${EMERGENCY_ADDRESS}/${access}`)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (parts.length > 0 && code !== null && isReason(why)) opening.mutate(code)
  }
  return (
    <ModalOverlay className="ac-scrim" isOpen onOpenChange={(isOpen) => !isOpen && onRing()}>
      <Modal className="ac-modal web-glass">
        <Dialog className="web-glass-dialog">
          <div className="web-glass-mark">
            <BrokenPaneIcon size={52} />
          </div>
          <form className="web-glass-form" onSubmit={submit} noValidate>
            <div>
              <Heading slot="title" className="ac-title">
                {t('emergency.dialog.title', { client: givenName(name), self: givenName(self.person.name) })}
              </Heading>
              <p className="web-glass-lead">{t('emergency.dialog.lead', { readers })}</p>
            </div>
            <GlassParts
              parts={parts}
              isMissing={isAsked && parts.length === 0}
              onChange={(next) =>
                onDraft({ ...draft, parts: EMERGENCY_PARTS.filter((one) => next.includes(one)) })
              }
            />
            <OnePill
              label={t('emergency.code')}
              choices={EMERGENCY_REASONS.map((id) => ({ id, label: t(`emergency.code.${id}`) }))}
              chosen={code}
              onChoose={(next) => onDraft({ ...draft, code: next })}
              error={isAsked && code === null ? t('emergency.code.missing') : undefined}
            />
            <TextField
              label={t('emergency.why')}
              description={t('emergency.why.readers', { readers })}
              lines={3}
              value={why}
              onChange={(next) => onDraft({ ...draft, why: next })}
              maxLength={LONGEST_EMERGENCY_WORDS}
              error={isAsked && !isReason(why) ? t('emergency.why.missing') : undefined}
            />
            {opening.error !== null && (
              <p className="ac-field-error" role="alert">
                <ErrorIcon size={16} />
                <span>{t('emergency.open.failed')}</span>
              </p>
            )}
            <div className="web-glass-acts">
              <Button kind="danger" type="submit" isPending={opening.isPending}>
                {t('emergency.open')}
              </Button>
              <Button onPress={onRing}>
                {t('emergency.ring', { names: format.list(ringing), count: ringing.length })}
              </Button>
              <Button kind="quiet" onPress={onLeave}>
                {t('emergency.leave')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
