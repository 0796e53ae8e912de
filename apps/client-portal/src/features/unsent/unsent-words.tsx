import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { WordsForReview } from '@accord/ui/live-plan/send-unsent'
import { NotSavedBox } from '@accord/ui/states/not-saved-box'
import { casesQuery } from '../../lib/cases.js'
import { useSelf } from '../../lib/self-context.js'
import { toasts } from '../../lib/toasts.js'
import { unsentQuery } from '../../lib/unsent.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What was written here without a network goes to its plans; what has no place there is shown to its writer. (OF10, OF11) */
export function UnsentWords() {
  const t = usePortalMessages()
  const client = useQueryClient()
  const { person } = useSelf()
  const query = unsentQuery(person.id)
  const { data: unsent } = useQuery(query)
  const joined = unsent?.joined ?? 0
  useEffect(() => {
    if (joined === 0) return
    toasts.add({ kind: 'done', words: t('unsent.joined', { count: joined }) })
    client.setQueryData(unsentQuery(person.id).queryKey, (last) => last && { ...last, joined: 0 })
    void client.invalidateQueries(casesQuery)
  }, [joined, client, person.id, t])
  const dismiss = async (words: WordsForReview) => {
    await words.dismiss()
    client.setQueryData(
      query.queryKey,
      (last) => last && { ...last, review: last.review.filter((one) => one !== words) },
    )
  }
  const review = unsent?.review ?? []
  if (review.length === 0) return null
  return (
    <div className="pt-unsent">
      {review.map((one, index) => (
        <NotSavedBox
          key={index}
          words={one.words.map(({ words }) => words).join('\n\n')}
          onDismiss={() => void dismiss(one)}
        />
      ))}
    </div>
  )
}
