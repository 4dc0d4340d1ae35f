/** What became of a form is where reading and Tab go on. */
document.querySelector<HTMLElement>('[data-outcome]')?.focus()

export {}
