/**
 * Says that a file is too large before it is sent, to staff and to departments. API Gateway refuses a request of more than 10 MB, and Lambda one of more
 * than 6, in words of their own and before any of our code; a photo of a telephone can be as large. It holds no words: they came with the page. Without it
 * a file is sent, and refused where it arrives.
 */
export const FILE_SIZE_SCRIPT = `for (const file of document.querySelectorAll('input[type=file][data-most]')) {
  file.addEventListener('change', () => {
    const isLarge = [...file.files].some(({ size }) => size > Number(file.dataset.most))
    file.setCustomValidity(isLarge ? file.dataset.tooLarge : '')
    if (isLarge) file.reportValidity()
  })
  // A form with novalidate would be sent all the same.
  file.form.addEventListener('submit', (event) => {
    if (!file.validity.customError) return
    event.preventDefault()
    file.reportValidity()
  })
}
`
