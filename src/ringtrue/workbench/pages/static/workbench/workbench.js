// What pages need beyond htmx: a press that loses work is confirmed, and a summary of errors is read out.
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
document.querySelector(".summary-of-errors")?.focus();
