import type { EndingHalf } from '@accord/domain/ending/decide'
import type { EndingDraft } from '@accord/domain/ending/draft'
import { endingWordsHash, isBlankEnding } from '@accord/domain/ending/text'
import { Button } from '../controls/button.js'
import { useFormat } from '../messages/use-format.js'
import { Seal } from '../seal/seal.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import type { OpenPackProps } from './open-pack-props.js'
import { Trouble } from './trouble.js'
import { useDoing } from './use-doing.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** "This is how it is": who stands behind the present words, and the end of writing. (EN6, EN7) */
export function SayPart(props: OpenPackProps) {
  const { page, state, viewer, hands, keepers, isUnderWay } = props
  const t = useUiMessages()
  const { run, isBusy, trouble } = useDoing(hands)
  const { halves, hash, isAllSaid } = state
  const own = halves.find(({ person }) => person === viewer)
  const isBlank = isBlankEnding(state.draft)
  /** Said of what is on the screen, own words that are still on their way included. */
  const say = async () => {
    const seen = endingWordsHash(state.ending, wordsOnScreen(props))
    await Promise.all([...keepers.values()].map((keeper) => keeper.flush()))
    return hands.act({ kind: 'say', hash: seen })
  }
  const seal = halves.map(({ relation, state: standing }) => ({
    side: relation === 'practitioner' ? ('practitioner' as const) : ('client' as const),
    state: standing,
  }))
  return (
    <section className="ac-ending-say" aria-labelledby="ending-say">
      <Seal halves={seal} size={64} />
      <div>
        <h2 id="ending-say">{t(isAllSaid ? 'ending.say.all' : 'ending.say')}</h2>
        <ul>
          {halves.map((half) => (
            <li key={half.person}>
              <HalfSentence half={half} {...{ page, viewer }} />
            </li>
          ))}
        </ul>
        {own && page.mayWrite && (
          <div className="ac-ending-acts">
            {own.state === 'on' ? (
              <Button
                isPending={isBusy || isUnderWay}
                onPress={() => void run(() => hands.act({ kind: 'unsay' }))}
              >
                {t('ending.say.back')}
              </Button>
            ) : (
              <Button
                kind="primary"
                isPending={isBusy || isUnderWay}
                isDisabled={isBlank}
                onPress={() => void run(say)}
              >
                {t('ending.say.do')}
              </Button>
            )}
            {isAllSaid && page.mayClose && (
              <Button
                kind="primary"
                isPending={isBusy || isUnderWay}
                onPress={() => void run(() => hands.close(hash))}
              >
                {t('ending.close.do')}
              </Button>
            )}
          </div>
        )}
        <p className="ac-muted ac-small">
          {t(isAllSaid ? (page.mayClose ? 'ending.close.hint' : 'ending.close.waits') : 'ending.say.hint')}
        </p>
        <Trouble sentence={trouble} />
      </div>
    </section>
  )
}

function wordsOnScreen({ state: { draft }, viewer, keepers }: OpenPackProps): EndingDraft {
  const own = [...keepers].map(([box, keeper]) => {
    const { words } = keeper.state()
    return { writer: viewer, box, version: 0, words, at: 0 }
  })
  const others = draft.boxes.filter(({ writer, box }) => writer !== viewer || !keepers.has(box))
  return { ...draft, boxes: [...others, ...own] }
}

function HalfSentence({
  half,
  page,
  viewer,
}: { readonly half: EndingHalf } & Pick<OpenPackProps, 'page' | 'viewer'>) {
  const t = useUiMessages()
  const format = useFormat()
  const { person, state, at } = half
  const who = person === viewer ? 'you' : 'other'
  const name = shortNameOf(page.people, person)
  const when = at === null ? '' : format.moment(new Date(at), new Date())
  return <>{t(`ending.half.${state}`, { who, name, when })}</>
}
