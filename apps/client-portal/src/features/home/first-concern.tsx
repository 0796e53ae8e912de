import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { ButtonLink } from '@accord/ui/controls/link'
import { OpenSealIcon } from '@accord/ui/icons/open-seal-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { Concern } from '../../lib/attention.js'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { concernWords } from './concern-words.js'

/** One small thing to do: the first of what waits, with its words and one act. */
export function FirstConcern({ concern }: { readonly concern: Concern }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const { item, of } = concern
  const { title, note, act } = concernWords({ t, format, self: person.id }, concern)
  const others = of.people.filter((one) => one.person !== person.id)
  const voices = Object.fromEntries(
    others.map(({ person: id, relation, name }) => [id, { relation, name: firstName(name) }]),
  )
  return (
    <section className="pt-first" aria-labelledby="first-concern">
      <div className="pt-first-head">
        <OpenSealIcon size={36} />
        <div>
          <h2 id="first-concern">{title}</h2>
          <p className="ac-muted" dir="auto">
            {note}
          </p>
        </div>
      </div>
      {'words' in item && item.words.text !== '' && (
        <p className="pt-first-words" dir="auto">
          <AttributedText text={item.words.text} runs={item.words.runs} voices={voices} />
        </p>
      )}
      <ButtonLink kind="primary" size="large" block href={paths.goal(of.plan, item.goal)}>
        {act}
      </ButtonLink>
    </section>
  )
}
