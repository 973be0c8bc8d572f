// The five functions of culori that plotly.js calls, for the notations that CSS colours of charts are written in: names,
// hex, rgb(), hsl() and hwb(). The whole library knows 29 colour spaces and weighs three times as much.
import { modeHsl, modeHwb, modeLrgb, modeRgb, useMode } from 'culori/fn';

for (const mode of [modeRgb, modeHsl, modeHwb, modeLrgb]) useMode(mode);

export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from 'culori/fn';
