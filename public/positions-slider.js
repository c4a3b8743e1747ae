// @ts-check
// Shows the day that the slider of the positions stands at, and goes there when a pointer lets go
// of it. With the keyboard the form's button or Enter does: each step is a change there, and a page
// that leaves at the first would never let one get to the second.

const slider = /** @type {HTMLInputElement} */ (document.getElementById("slide"));
const day = /** @type {HTMLElement} */ (document.getElementById("slide-day"));
let isDragged = false;

slider.addEventListener("input", () => {
  const label = slider.list?.options[slider.valueAsNumber]?.label ?? "";
  day.textContent = label;
  slider.setAttribute("aria-valuetext", label);
});
slider.addEventListener("pointerdown", () => {
  isDragged = true;
});
slider.addEventListener("keydown", () => {
  isDragged = false;
});
slider.addEventListener("change", () => {
  if (isDragged) slider.form?.requestSubmit();
});
