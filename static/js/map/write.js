// Writes laid-out labels on a canvas, each with a halo of paper.

/** The canvas font of a label's style. `fonts` is {sans, serif}. */
export function fontOf(style, fonts) {
  return `${style.italic ? "italic " : ""}${style.weight} ${style.size}px ${style.serif ? fonts.serif : fonts.sans}`;
}

/** A function that measures a text in a style, in pixels. */
export function measurer(context, fonts) {
  return (text, style) => {
    context.font = fontOf(style, fonts);
    return context.measureText(text).width + (style.spacing || 0) * text.length;
  };
}

/** Writes the labels: all halos and dots first, then the words. */
export function writeLabels(context, placed, theme, fonts) {
  context.textBaseline = "middle";
  context.textAlign = "left"; // Also on pages that run from right to left: x is the left of a label's box.
  context.direction = "ltr";
  context.lineJoin = "round";
  for (const label of placed) if (label.dot) dot(context, label.dot, theme);
  for (const pass of ["halo", "text"]) {
    for (const label of placed) {
      context.font = fontOf(label.style, fonts);
      context.letterSpacing = `${label.style.spacing || 0}px`;
      if (pass === "halo") {
        context.strokeStyle = label.style.color === "water" ? theme.sea : theme.halo;
        context.lineWidth = 3;
        context.strokeText(label.text, label.x, label.y);
      } else {
        context.fillStyle = theme[label.style.color];
        context.fillText(label.text, label.x, label.y);
      }
    }
  }
  context.letterSpacing = "0px";
}

function dot(context, { x, y, capital }, theme) {
  context.beginPath();
  context.arc(x, y, capital ? 3 : 2, 0, 2 * Math.PI);
  context.fillStyle = capital ? theme.halo : theme.town;
  context.fill();
  if (!capital) return;
  context.lineWidth = 1.5;
  context.strokeStyle = theme.town;
  context.stroke();
}
