import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Client } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { emailMeant } from '../../../lib/email-fix.js'
import { LANGUAGES } from '../../../lib/languages.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { saveClient } from '../../../lib/client-file.js'
import { SaveTrouble } from '../save-trouble.js'
import { bodyOf, draftOf, type ClientDraft } from './client-draft.js'
import { clientTroubles } from './client-trouble.js'

interface ClientFormProps {
  /** Null for somebody new. */
  readonly client: Client | null
  readonly onSaved: (client: Client) => void
}

export function ClientForm({ client, onSaved }: ClientFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const today = useNow().toISOString().slice(0, 10)
  const [draft, setDraft] = useState(() => draftOf(client))
  const [isAsked, setIsAsked] = useState(false)
  const saving = useMutation({
    mutationFn: () => saveClient(client?.id ?? null, bodyOf(draft)),
    onSuccess: async (saved) => {
      setIsAsked(false)
      await queries.invalidateQueries()
      onSaved(saved)
    },
  })
  const open = clientTroubles(t, draft, today)
  const troubles = isAsked ? open : {}
  const isTaken = refusalCode(saving.error) === 'email-taken'
  const meant = isAsked ? emailMeant(draft.email) : null
  const change = (part: Partial<ClientDraft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (Object.keys(open).length === 0) saving.mutate()
  }
  const field = (key: keyof ClientDraft) => ({
    name: key,
    value: draft[key],
    onChange: (value: string) => change({ [key]: value }),
    error: troubles[key],
    autoComplete: 'off',
  })
  return (
    <form onSubmit={submit} noValidate className="web-desk-form">
      <TextField label={t('desk.label.name')} {...field('name')} />
      <TextField
        label={t('desk.label.pronouns')}
        description={t('desk.label.pronounsHint')}
        {...field('pronouns')}
      />
      <TextField
        label={t('desk.label.email')}
        description={t('desk.label.emailHint')}
        type="email"
        {...field('email')}
        error={isTaken ? t('desk.emailTaken') : troubles.email}
        fix={
          meant === null
            ? undefined
            : { label: t('field.use', { value: meant }), onAccept: () => change({ email: meant }) }
        }
      />
      <TextField label={t('desk.label.phone')} type="tel" {...field('phone')} />
      <OnePill
        label={t('desk.label.language')}
        choices={[{ id: '', label: t('desk.label.languageUnknown') }, ...LANGUAGES]}
        chosen={draft.language}
        onChoose={(language) => change({ language })}
      />
      <TextField label={t('desk.label.birth')} type="date" {...field('dateOfBirth')} />
      <fieldset className="web-desk-fields">
        <legend>{t('desk.label.emergency')}</legend>
        <p className="ac-muted ac-small">{t('desk.label.emergencyHint')}</p>
        <TextField label={t('desk.label.emergencyName')} {...field('emergencyName')} />
        <TextField label={t('desk.label.emergencyRelation')} {...field('emergencyRelation')} />
        <TextField label={t('desk.label.emergencyPhone')} type="tel" {...field('emergencyPhone')} />
      </fieldset>
      <SaveTrouble error={saving.error} except="email-taken" />
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={saving.isPending}>
          {client === null ? t('desk.clients.save') : t('desk.save')}
        </Button>
      </div>
    </form>
  )
}
