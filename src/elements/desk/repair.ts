import './repair-step.ts'

/** What was refused is read out and stands at the top: it gets the focus. */
document.querySelector<HTMLElement>('.desk-notice')?.focus()
