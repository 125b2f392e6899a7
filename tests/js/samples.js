// Invented developments to look at the map with. Sentences are ours; places are real.

const ROWS = {
  levant: [
    ["clash", "Mosul", 36.335, 43.119, 1, 0], ["airstrike", "Mosul", 36.335, 43.119, 1, 0], ["advance", "Mosul", 36.335, 43.119, 1, 0],
    ["recapture", "Qaraqosh", 36.27, 43.377, 1, 0], ["displacement", "Khazir", 36.32, 43.55, 2, 12], ["shelling", "Bashiqa", 36.453, 43.349, 1, 0],
    ["clash", "southwest of Mosul", 36.1, 42.8, 2, 25], ["advance", "Tal Afar", 36.376, 42.449, 1, 0], ["capture", "Palmyra", 34.56, 38.28, 1, 0],
    ["airstrike", "Raqa", 35.95, 39.01, 1, 0], ["airstrike", "Raqa", 35.95, 39.01, 1, 0], ["advance", "north of Raqa", 36.3, 39.0, 3, 25],
    ["siege", "Aleppo", 36.2, 37.16, 1, 0], ["evacuation", "Aleppo", 36.2, 37.16, 1, 0], ["shelling", "Aleppo", 36.2, 37.16, 1, 0],
    ["clash", "Al-Bab", 36.37, 37.515, 1, 0], ["airstrike", "Idlib province", 35.8, 36.7, 4, 45], ["bombing", "Baghdad", 33.34, 44.4, 1, 0],
    ["aid", "Qayyarah", 35.8, 43.292, 1, 0], ["talks", "Damascus", 33.51, 36.29, 1, 0], ["airstrike", "Deir Ezzor", 35.33, 40.14, 1, 0],
    ["truce", "Syria", 35.0, 38.3, 6, 330], ["clash", "Daraa", 32.62, 36.1, 1, 0],
  ],
  ukraine: [
    ["clash", "Bakhmut", 48.59, 38.0, 1, 0], ["shelling", "Kherson", 46.64, 32.61, 1, 0], ["airstrike", "Kharkiv", 49.99, 36.23, 1, 0],
    ["airstrike", "Odesa", 46.48, 30.72, 1, 0], ["advance", "Avdiivka", 48.14, 37.74, 1, 0], ["shelling", "Zaporizhzhia region", 47.3, 35.7, 4, 60],
    ["evacuation", "Kupiansk", 49.71, 37.61, 1, 0], ["airstrike", "Kyiv", 50.45, 30.52, 1, 0], ["clash", "Robotyne", 47.44, 35.84, 1, 0],
  ],
  sudan: [
    ["siege", "El Fasher", 13.63, 25.35, 1, 0], ["clash", "Omdurman", 15.64, 32.48, 1, 0], ["displacement", "Zamzam", 13.49, 25.31, 1, 0],
    ["airstrike", "Nyala", 12.05, 24.88, 1, 0], ["capture", "Wad Medani", 14.4, 33.52, 1, 0], ["clash", "North Kordofan", 13.8, 29.8, 4, 110],
    ["displacement", "Adre", 13.47, 22.2, 1, 0], ["clash", "El Obeid", 13.18, 30.22, 1, 0],
  ],
  gaza: [
    ["airstrike", "Gaza City", 31.5, 34.46, 1, 0], ["shelling", "Jabalia", 31.53, 34.49, 1, 0], ["displacement", "Khan Yunis", 31.34, 34.3, 1, 0],
    ["evacuation", "Rafah", 31.28, 34.25, 1, 0], ["airstrike", "Nuseirat", 31.45, 34.39, 1, 0], ["clash", "northern Gaza Strip", 31.53, 34.52, 3, 7],
    ["shelling", "Naqura", 33.12, 35.14, 1, 0], ["clash", "Jenin", 32.46, 35.3, 1, 0],
  ],
  empty: [],
};

/** A FeatureCollection as the page gives it. `all` has all wars, `many` makes 2,000 points around the levant's. */
export function sample(name) {
  const rows = name === "many" ? many() : name === "all" ? Object.values(ROWS).flat() : ROWS[name];
  return { type: "FeatureCollection", features: rows.map(feature) };
}

function many() {
  const rows = [];
  for (let i = 0; i < 2000; i += 1) {
    const [kind, place, lat, lon] = ROWS.levant[i % ROWS.levant.length];
    const turn = i * 2.399963;
    const far = 0.02 * Math.sqrt(i);
    rows.push([kind, place, lat + far * Math.sin(turn), lon + far * Math.cos(turn), 1, 0]);
  }
  return rows;
}

function feature([kind, name, lat, lon, precision, radius], i) {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      id: `d${i}`, precise: precision === 1, radius_km: radius, kind, kind_label: kind[0].toUpperCase() + kind.slice(1), name,
      precision: precision === 1 ? "at the place itself" : `within about ${radius} km`, sentence: `At least 12 people were killed near ${name}, officials said.`,
      before: "", marked: "At least 12", after: ` people were killed near ${name}, officials said.`, source: "Officials", reported: "11 December 2016, 17:00 UTC",
      date: "11 December 2016", front: "sample", front_name: "Sample", url: "#sentence-1", figures: "killed: at least 12",
    },
  };
}
