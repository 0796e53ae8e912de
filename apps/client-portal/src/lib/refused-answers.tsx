import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { Sheet } from '@accord/ui/controls/sheet'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { NotSavedBox } from '@accord/ui/states/not-saved-box'
import { discardAnswers, keptAnswersQuery } from './kept-answers.js'
import { paths } from './paths.js'
import { useSelf } from './self-context.js'
import { usePortalMessages } from './use-portal-messages.js'
import type { WhyRefused } from './why-refused.js'

/** On whatever page: that answers given without a network were refused, and behind it the words. (OF13) */
export function RefusedAnswersBanner() {
  const t = usePortalMessages()
  const client = useQueryClient()
  const { person } = useSelf()
  const [isOpen, setOpen] = useState(false)
  const { data: kept } = useQuery(keptAnswersQuery(person.id))
  const refused = kept?.refused ?? []
  const discard = async (form: string) => {
    await discardAnswers(person.id, form)
    if (refused.length === 1) setOpen(false)
    await client.invalidateQueries({ queryKey: keptAnswersQuery(person.id).queryKey })
  }
  if (refused.length === 0) return null
  return (
    <aside className="pt-session pt-refused" aria-label={t('notTaken.title')}>
      <AlertIcon size={20} />
      <p className="ac-grow" role="alert">
        {t('notTaken.banner', { count: refused.length })}
      </p>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('notTaken.show')}
      </Button>
      <Sheet title={t('notTaken.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="pt-refused-list">
          {refused.map(({ form, words, why }) => (
            <RefusedBox key={form} words={words} why={why} onDiscard={() => void discard(form)} />
          ))}
          <ButtonLink kind="quiet" block href={paths.help}>
            {t('notTaken.help')}
          </ButtonLink>
        </div>
      </Sheet>
    </aside>
  )
}

interface RefusedBoxProps {
  readonly words: string
  readonly why: WhyRefused
  readonly onDiscard: () => void
}

/** What one answered, why nobody takes it, and the two things that can be done with it. (OF13) */
export function RefusedBox({ words, why, onDiscard }: RefusedBoxProps) {
  const t = usePortalMessages()
  return (
    <NotSavedBox
      words={words}
      title={t('notTaken.heading')}
      reason={t('notTaken.why', { why })}
      dismissal={t('notTaken.discard')}
      onDismiss={onDiscard}
    />
  )
}
