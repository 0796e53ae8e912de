import type { ReactNode } from 'react'
import { SkipLink } from '../controls/skip-link.js'
import { BrandMark } from '../shell/brand-mark.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface SignInPageProps {
  readonly title: string
  /** Whose place this is: the clinic's name. */
  readonly lead?: string
  /** Beside the form on a wide screen; see `SignInArtwork`. */
  readonly artwork: ReactNode
  readonly children: ReactNode
}

/** The console's sign-in: a page of shared writing on the left, the form on the right. */
export function SignInPage({ title, lead, artwork, children }: SignInPageProps) {
  const t = useUiMessages()
  return (
    <div className="ac-signin">
      <SkipLink />
      <div className="ac-signin-art" aria-hidden="true">
        <div className="ac-signin-brand">
          <BrandMark />
        </div>
        {artwork}
        <p>{t('brand.promise')}</p>
      </div>
      <main id="main" className="ac-signin-main" tabIndex={-1}>
        <div className="ac-signin-form">
          <div className="ac-signin-narrow-brand">
            <BrandMark size={30} />
          </div>
          <h1 className="ac-title">{title}</h1>
          {lead !== undefined && <p className="ac-muted">{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** The portal's sign-in: the seal, a greeting, the form, all in one column. */
export function PortalSignInPage({ title, lead, children }: Omit<SignInPageProps, 'artwork'>) {
  return (
    <div className="ac-portal ac-portal-signin">
      <SkipLink />
      <main id="main" className="ac-portal-main" tabIndex={-1}>
        <BrandMark size={56} />
        <h1 className="ac-title">{title}</h1>
        {lead !== undefined && <p className="ac-muted">{lead}</p>}
        {children}
      </main>
    </div>
  )
}

/** A line across with one word in it, between two ways in. */
export function OrRule({ word }: { readonly word: string }) {
  return (
    <div className="ac-or">
      <span>{word}</span>
    </div>
  )
}
