"""Headings of the gallery in other languages of the importer; "" where it knows no word for it yet."""

# ruff: noqa: E501 - a heading and its translations read best on one line

LANGUAGES = ("nb", "es", "ru", "az", "pt")
_ROWS = {
    "Date": ("Dato", "Fecha", "Дата", "Tarix", "Data"),
    "Date of accident": ("Ulykkesdato", "Fecha del accidente", "Дата происшествия", "Hadisənin tarixi", "Data do acidente"),
    "Report date": ("Rapportdato", "Fecha del informe", "Дата отчёта", "Hesabat tarixi", "Data do relatório"),
    "Date of birth": ("Fødselsdato", "Fecha de nacimiento", "Дата рождения", "Doğum tarixi", "Data de nascimento"),
    "As of": ("Per dato", "A fecha de", "По состоянию на", "Tarixə", ""),
    "Since": ("Siden", "", "С начала", "Bəri", ""),
    "Period from": ("Periode fra", "Desde", "Период с", "Dövrün başlanğıcı", ""),
    "Period to": ("Periode til", "Hasta", "Период по", "Dövrün sonu", "Até"),
    "Year": ("År", "Año", "Год", "İl", "Ano"),
    "Month": ("Måned", "Mes", "Месяц", "Ay", "Mês"),
    "Day": ("Dag", "Día", "День", "Gün", "Dia"),
    "District": ("Distrikt", "Municipio", "Район", "Rayon", "Município"),
    "Village": ("Landsby", "Vereda", "Село", "Kənd", "Aldeia"),
    "Killed": ("Drepte", "Muertos", "Погибло", "Həlak olan", "Mortos"),
    "Injured": ("Skadde", "Heridos", "Ранено", "Xəsarət alan", "Feridos"),
    "Total casualties": ("Totalt antall ofre", "Total de víctimas", "Всего жертв", "Cəmi qurban", "Total de vítimas"),
    "Casualties": ("Ofre", "Víctimas", "Жертвы", "Qurbanlar", "Vítimas"),
    "Civilians killed": ("Sivile drepte", "Civiles muertos", "Погибло гражданских", "Həlak olan mülki şəxs", "Civis mortos"),
    "Civilians injured": ("Sivile skadde", "Civiles heridos", "Ранено гражданских", "Xəsarət alan mülki şəxs", "Civis feridos"),
    "Military killed": ("Militære drepte", "Militares muertos", "Погибло военнослужащих", "Həlak olan hərbi qulluqçu", "Militares mortos"),
    "Outcome": ("Utfall", "Estado", "Исход", "Nəticə", "Resultado"),
    "Sex": ("Kjønn", "Sexo", "Пол", "Cins", "Sexo"),
    "Age": ("Alder", "Edad", "Возраст", "Yaş", "Idade"),
    "Age group": ("Aldersgruppe", "Grupo de edad", "Возрастная группа", "Yaş qrupu", "Faixa etária"),
    "Device": ("Eksplosiv", "Tipo de artefacto", "Взрывное устройство", "Partlayıcı qurğu", "Tipo de artefacto"),
    "Victim status": ("Offerets status", "Condición de la víctima", "Статус пострадавшего", "Qurbanın statusu", ""),
    "Scope": ("Omfang", "", "Охват", "Əhatə", ""),
    "Counted by": ("Talt av", "Contado por", "Кем подсчитано", "Sayan qurum", "Contado por"),
    "Reported in": ("Omtalt i", "Publicado en", "Опубликовано в", "Xəbər verən", "Publicado em"),
    "Latitude": ("Breddegrad", "Latitud", "Широта", "Enlik", "Latitude"),
    "Longitude": ("Lengdegrad", "Longitud", "Долгота", "Uzunluq", "Longitude"),
    "Missing": ("Savnede", "Desaparecidos", "Пропавшие без вести", "İtkin düşənlər", "Desaparecidos"),
}  # fmt: skip
TRANSLATED = {
    english: {key: word for key, word in zip(LANGUAGES, words, strict=True) if word} for english, words in _ROWS.items()
}
