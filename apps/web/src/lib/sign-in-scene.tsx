import type { ReactNode } from 'react'
import { ArtworkCaret, SignInArtwork } from '@accord/ui/sign-in/sign-in-artwork'
import { useWebMessages } from './use-web-messages.js'

const practitioner = (words: ReactNode) => (
  <span className="ac-words" data-relation="practitioner">
    {words}
  </span>
)
const client = (words: ReactNode) => (
  <span className="ac-words" data-relation="client">
    {words}
  </span>
)
const struck = (words: ReactNode) => (
  <del className="ac-words" data-relation="practitioner">
    {words}
  </del>
)

/** How a goal becomes two people's: a professional's first words, the client's own, both together. */
export function SignInScene() {
  const t = useWebMessages()
  return (
    <SignInArtwork
      stages={[
        practitioner(t('scene.first')),
        <>
          {t.rich('scene.second', { p: struck, c: client })}
          <ArtworkCaret relation="client" name={t('scene.client')} />
        </>,
        <>
          {t.rich('scene.third', { p: practitioner, c: client })}
          <ArtworkCaret relation="practitioner" name={t('scene.practitioner')} />
        </>,
      ]}
      agreed={t('scene.agreed', { practitioner: t('scene.practitioner'), client: t('scene.client') })}
    />
  )
}
