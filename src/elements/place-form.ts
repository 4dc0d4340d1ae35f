/** With JavaScript the search runs on the locator page, from files; without, the edge answers the same form. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-action-with-script]')) {
  form.action = form.dataset['actionWithScript'] ?? form.action
}

const TICKET_CODE = /^[0-9a-z]{12}[0-9a-z*~$=]$/i

/** A ticket code is no place: whoever types one is led to where repairs are looked up. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-repairs]')) {
  form.addEventListener('submit', (event) => {
    const typed = form.querySelector<HTMLInputElement>('input[name=q]')?.value ?? ''
    if (!TICKET_CODE.test(typed.replace(/[\s-]/g, ''))) return
    event.preventDefault()
    location.assign(form.dataset['repairs'] ?? '/repairs/')
  })
}
