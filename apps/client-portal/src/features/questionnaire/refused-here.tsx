import { useNavigate } from 'react-router'
import { answersInWords } from '@accord/domain/measure/answers-in-words'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import { discardAnswers } from '../../lib/kept-answers.js'
import { paths } from '../../lib/paths.js'
import { RefusedBox } from '../../lib/refused-answers.js'
import { useSelf } from '../../lib/self-context.js'
import type { useAnswers } from './use-answers.js'

interface RefusedHereProps {
  readonly of: OwnQuestionnaire
  readonly form: Pick<ReturnType<typeof useAnswers>, 'answers' | 'refused'>
}

/** Said at once where the form is open: nobody takes it any more, and here is what one answered. (OF13) */
export function RefusedHere({ of, form: { answers, refused } }: RefusedHereProps) {
  const { person } = useSelf()
  const navigate = useNavigate()
  if (refused === null) return null
  const discard = async () => {
    await discardAnswers(person.id, of.request)
    await navigate(paths.home)
  }
  return (
    <div role="alert" className="pt-refused-here">
      <RefusedBox words={answersInWords(of, answers)} why={refused} onDiscard={() => void discard()} />
    </div>
  )
}
