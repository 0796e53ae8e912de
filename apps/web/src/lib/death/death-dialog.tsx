import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_DEATH_REASON } from '@accord/domain/people/death'
import type { Client } from '@accord/domain/rest/people'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { clientQuery, noteDeath } from '../client-file.js'
import { givenName } from '../people.js'
import { refusalCode } from '../request-failure.js'
import { toasts } from '../toasts.js'
import { useNow } from '../use-now.js'
import { useWebMessages, type WebTranslate } from '../use-web-messages.js'

/** Noted first; another day; that it was a mistake. */
export type DeathDeed = 'note' | 'correct' | 'takeBack'

interface DeathDialogProps {
  readonly client: Client
  readonly deed: DeathDeed
  readonly onClose: () => void
}

/** The day, the reason where something is corrected, and what follows, before it is done. (CL23, CL24) */
export function DeathDialog({ client, deed, onClose }: DeathDialogProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const today = useNow().toISOString().slice(0, 10)
  const { version, day: known } = client.death
  const name = givenName(client.name)
  const [day, setDay] = useState(known ?? '')
  const [why, setWhy] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const { queryKey } = clientQuery(client.id)
  const saving = useMutation({
    mutationFn: () =>
      noteDeath(client.id, {
        over: version,
        day: deed === 'takeBack' ? null : day,
        reason: version === 0 ? null : cleanText(why).trim(),
      }),
    onSuccess: async (saved) => {
      queries.setQueryData(queryKey, saved)
      toasts.add({ kind: 'done', words: t('death.done', { kind: deed }) })
      onClose()
      await queries.invalidateQueries()
    },
    // Somebody else noted something meanwhile: it is shown.
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  const isDayMissing = deed !== 'takeBack' && (day === '' || day > today)
  const isWhyMissing = version > 0 && why.trim() === ''
  const confirm = () => {
    setIsAsked(true)
    if (!isDayMissing && !isWhyMissing && !saving.isPending) saving.mutate()
  }
  return (
    <Dialog
      title={t('death.ask', { kind: deed, name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isPending={saving.isPending} onPress={confirm}>
            {t('death.save', { kind: deed })}
          </Button>
          <Button onPress={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <div className="web-death-form">
        <p>{t('death.effect', { kind: deed, name })}</p>
        {deed !== 'takeBack' && (
          <TextField
            label={t('death.day')}
            type="date"
            value={day}
            onChange={setDay}
            error={isAsked && isDayMissing ? t('death.dayMissing') : undefined}
            autoFocus
          />
        )}
        {version > 0 && (
          <TextField
            label={t('death.why')}
            description={t('death.whyHint')}
            lines={3}
            maxLength={LONGEST_DEATH_REASON}
            value={why}
            onChange={setWhy}
            error={isAsked && isWhyMissing ? t('death.whyMissing') : undefined}
          />
        )}
        {saving.isError && (
          <p className="ac-small" role="alert">
            {troubleWords(t, refusalCode(saving.error))}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function troubleWords(t: WebTranslate, code: string | null): string {
  if (code === 'words-changed') return t('death.moved')
  return code === 'malformed' ? t('death.cannot') : t('death.failed')
}
