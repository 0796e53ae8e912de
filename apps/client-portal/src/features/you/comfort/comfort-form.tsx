import { type SubmitEvent, useState } from 'react'
import { COMFORT_FIELDS, LONGEST_COMFORT, type ComfortTrouble } from '@accord/domain/case/comfort'
import { Button } from '@accord/ui/controls/button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { ReadersDiscs } from '@accord/ui/private/readers-discs'
import { ReadersField } from '@accord/ui/private/readers-field'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { firstName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { toasts } from '../../../lib/toasts.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import type { Comfort } from '../use-comforts.js'
import { useLastChange } from './comfort-rows.js'
import { useReadersSentence } from './readers-sentence.js'
import { useComfortForm } from './use-comfort-form.js'
import { useComfortFailure } from './comfort-failure.js'

interface ComfortFormProps {
  readonly comfort: Comfort
  readonly title: string
}

/** Nine questions, each with its readers along the edge; all may stay empty. */
export function ComfortForm({ comfort, title }: ComfortFormProps) {
  const t = usePortalMessages()
  const { profile } = comfort
  const lastChange = useLastChange()
  const readers = useReadersSentence(profile)
  const failureSentence = useComfortFailure(profile)
  const { person } = useSelf()
  const whose = {
    whose: profile.client === person.id ? 'own' : 'other',
    name: firstName(profile.name),
  } as const
  const troubleOf = (trouble: ComfortTrouble | undefined, words: string) => {
    if (trouble === undefined) return undefined
    if (trouble === 'bad-character') return t('comfort.badCharacter')
    return t('comfort.tooLong', { count: words.trim().length, longest: LONGEST_COMFORT })
  }
  const [isAsked, setIsAsked] = useState(false)
  const onSaved = () => {
    setIsAsked(false)
    toasts.add({ kind: 'done', words: t('comfort.saved', { readers: readers.others }) })
  }
  const form = useComfortForm(comfort, onSaved)
  const { typed, write, troubles, isChanged, isSaving, error } = form
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if (isSaving) return
    const [first] = COMFORT_FIELDS.filter((field) => troubles[field] !== undefined)
    if (first === undefined) form.save()
    else document.querySelector<HTMLElement>(`[data-comfort="${first}"] textarea`)?.focus()
  }
  const foot = (
    <div className="ac-portal-actions pt-comfort-foot">
      <p role="alert" className="pt-comfort-trouble">
        {error !== null && (
          <>
            <AlertIcon size={18} />
            {failureSentence(error)}
          </>
        )}
      </p>
      <Button kind="primary" size="large" block type="submit" form="comfort">
        {isSaving ? t('comfort.saving') : t('comfort.save')}
      </Button>
      <p className="ac-muted pt-share-note" role="status">
        {isChanged ? t('comfort.unsaved') : (lastChange(profile) ?? t('comfort.nothing'))}
      </p>
    </div>
  )
  return (
    <PortalShell title={title} back={{ href: paths.you, label: t('comfort.back') }} foot={foot}>
      <PageTitle name={title} />
      <p className="ac-muted pt-comfort-lead">{t('comfort.lead', { ...whose, names: readers.others })}</p>
      {form.isKept && isChanged && <p className="pt-closed">{t('comfort.kept')}</p>}
      <form id="comfort" className="pt-comfort" onSubmit={send} noValidate>
        {COMFORT_FIELDS.map((field) => {
          const trouble = troubles[field]
          // Too long is said while one types, so that it can be seen going away.
          const isSaid = trouble === 'too-long' || isAsked
          return (
            <div key={field} data-comfort={field}>
              <ReadersField
                label={field === 'callMe' ? t('comfort.callMe', whose) : t(`comfort.${field}`)}
                description={t(`comfort.${field}.hint`)}
                value={typed[field]}
                onChange={(words) => write(field, words)}
                error={isSaid ? troubleOf(trouble, typed[field]) : undefined}
                sentence={readers.sentence}
                discs={<ReadersDiscs readers={readers.people} />}
              />
            </div>
          )
        })}
      </form>
    </PortalShell>
  )
}
