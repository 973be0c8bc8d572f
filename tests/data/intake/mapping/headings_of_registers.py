"""What headings of real spreadsheets and registers mean, in every language: the tables of test_headings.py."""

# Role -> headings, divided by bars, that must have it as their likeliest meaning.
LATIN_AND_CYRILLIC = {
    "killed": "Killed|Dead|Deaths|Fatalities (F)|KIA|Number of Dead|# killed|n_killed|Total killed|Killed total|"
              "Həlak olanların sayı|"
              "həlak olub|Ölənlər|Drepte|Antall drepte|Omkomne|Døde|Погибло|Погибшие|Количество погибших|Убито|Muertos|"
              "Fallecidos|Mortos|Numero_morts|Fatally injured|Кilled|HƏLAK OLAN|Verified deaths|Killed in accidents",
    "injured": "Injured|Wounded|WIA|Non-fatally Injured (I)|no. of wounded|Injured by mines|Xəsarət alanlar|"
               "Yaralananlar|Skadde|Skadet|"
               "Såret|Ранено|Раненые|Число раненых|Heridos|Número de heridos|Feridos|Numero_lesionats_lleus",
    "total": "Total|Casualties|casualities|Victims|Direct Victims \u00a0 (V = F + I)|Total casualties|"
             "Killed and injured|Cəmi|"
             "Mina qurbanları|Totalt|Sum|I alt|Mineofre|Drepte og skadde|Всего|Итого|Жертвы|Víctimas|Numero_victimes",
    "missing": "Missing|Total Number of Dead and Missing|Пропавшие без вести|Savnet|İtkin düşənlər|Killed and missing",
    "survivors": "Survivors|Number of Survivors|Uninjured|Uskadde",
    "displaced": "IDPs|Displaced persons|Refugees(UNHCR)|People Affected - IDPs|Беженцы",
    "arrested": "Arrested|Detained|Задержанные",
    "affected": "People Affected(Flash Appeal)|People in Need(Flash Appeal)|Number of People Reached",
    "rate": "Killed per 100 000|Drepte per 100 000 innbyggere|% killed|"
            "Fatalities Ratio: number of unscathed nationals for every fatality|"
            "Percent change in deaths|Average age|Ölənlərin faizi|Процент погибших|Death rate|Case fatality rate",
    "population": "Population|Total Population(Flash Appeal)|Country’s population on the year of the attack (P)|"
                  "Folketall|Əhali",
    "incidents": "Number of accidents|Incidents|Antall ulykker|Hadisələrin sayı|Количество инцидентов",
    "objects": "Houses destroyed|Numero_vehicles_implicats|Number of Organisations|Vehicle_Reference",
    "date": "Date|Incident date|DateOfIncident|Date (DD/MM/YYYY)|Tarix|Hadisənin tarixi|Dato|Ulykkesdato|Дата|"
            "Дата инцидента|Fecha|"
            "Data|As of|Per|По состоянию на|Tarixinə|Report date|Date of death|Period|Dövr|Month/Year|Year-Month",
    "date_from": "From|Period from|date_start|Start date|Date of first attack|Başlanğıc|Dövrün əvvəli|Fra|Periode fra|"
                 "С|Desde",
    "date_to": "To|Until|Period to|date_end|Date of last attack|Son|Dövrün sonu|Til|Periode til|По|Hasta",
    "since": "Since|Bəri|Siden|С момента",
    "date_entered": "Change log (Date) – GMT +12 (DD/MM/YYYY)|Date of entry|Timestamp|Last updated|Registreringsdato|"
                    "Дата печати",
    "date_precision": "Date precision|date_prec|Datopresisjon|Tarixin dəqiqliyi|Точность даты",
    "year": "Year|Incident year|start_year|ano|Año|Any|År|İl|Год",
    "month": "Month|Reported Month|Nom_mes|Mes_any|Måned|Ay|Месяц|mes",
    "day": "Day|Dia_mes|Dag|Gün|День",
    "time": "Hora_dia|Time of day|Descripcio_dia_setmana|Klokkeslett|Saat",
    "district": "District|adm_2|Region|Rayon|Rayonun adı|Distrikt|Район|Municipio|departamento|Nom_districte|"
                "Codi_districte",
    "place": "Place|Village|Location of death|Village name|Incident address|sitio|Kənd|Sted|Место|Ubicación|Nom_carrer",
    "latitude": "Latitude|lat|latitudcabecera|Breddegrad|Широта",
    "longitude": "Longitude|lon|longitudcabecera|Lengdegrad|Долгота",
    "coordinates": "Coordinates|geom_wkt|Coordenada_UTM_X|Koordinater",
    "country": "Country|iso3|Land|Страна",
    "outcome": "Outcome|Casualty_Severity|estado|Utfall|Nəticə|Исход|Injury type",
    "status": "Victim status|condicion|Occupation|Offerets status|Zərərçəkənin statusu|Статус пострадавшего",
    "sex": "Sex|Gender|Sex_of_Casualty|genero|Kjønn|Cinsi|Пол",
    "age": "Age|Age_of_Casualty|Alder|Yaşı|Возраст|Casualty age",
    "age_group": "Age group|AgeGroup|rangoedad|Aldersgruppe|Yaş qrupu|Возрастная группа",
    "device": "Device|Mine type|tipoevento|Cause of Death|Innretning|Qurğu|Устройство|Тип мины",
    "activity": "Activity|Actividad|What was the victim doing?|Aktivitet|Fəaliyyət|Деятельность",
    "confidence": "Confidence|Source Quality|event_clarity|Sikkerhet|Etibarlılıq|Достоверность",
    "in_official_scope": "In scope of the official count|Innenfor den offisielle tellingen|Rəsmi saya daxildir|"
                         "Входит в официальный подсчет",
    "scope": "Scope|Omfang|Əhatə|Охват",
    "counted_by": "Counted by|Talt av|Hesablayan qurum|Кем подсчитано",
    "reported_in": "Reported in|Information Source|source_office|Omtalt i|Məlumat verən|СМИ",
    "source": "Source|source_article|Kilde|Mənbə|Источник|Fuente",
    "source_url": "URL|Source URL|Link|FTS URL|Lenke|Ссылка",
    "incident_id": "Incident ID|Accident_Index|Main ID|Numero_expedient|Ulykkesnummer|Номер инцидента",
    "record_id": "ID|Casualty_Reference|Casualty ID|Løpenummer|Номер записи",
    "note": "Note|Comments|Article title|source_headline|Merknad|Qeyd|Примечание|Observaciones",
    "personal": "Name|Victim name|Full Name|Names of killed|Father's name|Passport No.|Phone|E-mail|Address|"
                "Home address|National ID|DOB|"
                "Date of birth|Next of kin|Contact person|Ad|Soyad|Ata adı|Doğum tarixi|Telefon nömrəsi|FİN|Ünvan|"
                "Navn|Etternavn|"
                "Fødselsdato|Fødselsnummer|Telefonnummer|Adresse|ФИО|Фамилия|Имя|Дата рождения|Телефон|Паспорт|Nombre|"
                "Apellidos|"
                "Cédula|Teléfono|grupoetnico|Nome|Telefone|Nom i cognoms",
}  # fmt: skip
# Conflict, landmine, migration and road registers in Arabic, Hebrew, Romance languages and Ukrainian.
ARABIC_HEBREW_AND_REGISTERS = {
    "killed": "عدد القتلى|القتلى|القتــلى|"
              "الوفيات|عدد الشهداء|شهداء|عدد المتوفين|قتلى|הרוגים|מספר הרוגים|מספר ההרוגים|"
              "ההרוגים|סה״כ הרוגים|mortos|óbitos|Qtde mortos|occisos|Personas fallecidas|Víctimas mortales|morts|"
              "F_MORTS|"
              "CONDMUERTO|PEATMUERTO|TOTMUERTOS|qtd_gravidade_fatal|hom_doloso|latrocinio|letalidade_violenta|"
              "TOTAL_MU24H|Víctimes mortals|Число погибших|погибло|скончалось|persons killed|Number of deaths|"
              "Загинуло|Загиблих",
    "injured": "الجرحى|جرحى|المصابون|عدد المصابين|الإصابات|الاصابات|عدد الإصابات|פצועים|מספר פצועים|הפצועים|feridos|"
               "PASAHERIDO|TOTHERIDOS|qtd_gravidade_leve|TOTAL_HG24H|lesionados|ferits|травмировано|"
               "число раненых|Serious injuries|Поранено",
    "total": "المجموع|الإجمالي|إجمالي الضحايا|القتلى والجرحى|الضحايا|סה\"כ|סה״כ נפגעים|נפגעים|הרוגים ופצועים|víctimas|"
             "Total de vítimas|F_VICTIMES|Number_of_Casualties|KSI|Усього",
    "missing": "المفقودون|عدد المفقودين|נעדרים|Desaparecidos|Desapareguts",
    "survivors": "الناجون|ניצולים|ilesos|il·lesos|Без травм",
    "displaced": "النازحون|عدد اللاجئين|עקורים|Desplaçats",
    "arrested": "المعتقلون|المختطفون|עצורים|חטופים",
    "affected": "pessoas|ignorados|Persons involved",
    "incidents": "عدد الحوادث|מספר תאונות|תאונות|Число ДТП|Sinistros|Fatal crashes",
    "objects": "عدد المركبات|כלי רכב|veículos|F_UNITATS_IMPLICADES|Vehicles involved",
    "rate": "معدل الوفيات|نسبة القتلى|אחוז הרוגים|שיעור הרוגים",
    "population": "عدد السكان|אוכלוסייה",
    "date": "التاريخ|تاريخ الحادث|"
            "تاريخ وقوع الحادث|تاريخ الوفاة|תאריך|תאריך התאונה|תאריך האירוע|data_inversa|Fecha Hecho|"
            "dat_Acc|Дата ДТП|Дата події|crash date",
    "year": "السنة|العام|שנה|NK_Any|ANYO|año_accidente|ANIO",
    "month": "الشهر|חודש",
    "time": "الساعة|يوم الأسبوع|שעה|יום בשבוע|dia_semana|hora_hecho",
    "date_entered": "تاريخ التسجيل|آخر تحديث|תאריך עדכון",
    "district": "المحافظة|القضاء|المديرية|مديرية|اسم المديرية|מחוז|נפה|uf|nomMun|municipio|Область",
    "place": "القرية|المدينة|اسم القرية|مكان الحادث|اسم الحي|الشارع|יישוב|ישוב|כתובת האירוע|שם יישוב|רחוב|מקום התאונה|"
             "br|Улица|Село",
    "outcome": "النتيجة|شدة الإصابة|درجة الإصابة|חומרת פגיעה|חומרת הפגיעה|estado_fisico|LESIVIDAD|D_GRAVETAT|"
               "Collision_Severity|Степень тяжести травмы|injury level",
    "status": "مدني/عسكري|صفة الضحية|المهنة|סוג נפגע|עיסוק",
    "sex": "الجنس|النوع الاجتماعي|מין|מגדר|gènere|Стать",
    "age": "العمر|السن|גיל|edat|Вік",
    "age_group": "الفئة العمرية|קבוצת גיל|Grup edat",
    "device": "نوع اللغم|سبب الوفاة|نوع الجسم المتفجر|סוג מוקש|סיבת המוות|Tipo de engenho",
    "activity": "النشاط|نشاط الضحية|פעילות|פעילות בעת האירוע",
    "note": "ملاحظات|تفاصيل الحادث|הערות|תיאור האירוע|Observacions",
    "source": "المصدر|מקור",
    "source_url": "الرابط|קישור",
    "incident_id": "رقم الحادث|מספר תאונה|Collision index",
    "personal": "الاسم|الإسم|اسم الضحية|الاسم الثلاثي|اسم الأب|رقم الهوية|الرقم الوطني|رقم الهاتف|العنوان|"
                "تاريخ الميلاد|"
                "محل الإقامة|الحالة الاجتماعية|"
                "שם|שם פרטי|שם משפחה|שם הנפגע|ת\"ז|ת״ז|תעודת זהות|תאריך לידה|טלפון|כתובת|"
                "Cognoms|Nom|Nom i cognoms|Data de naixement|DNI|NIE|CPF|Nome da vítima|Nombre del occiso|Apellidos|"
                "Domicilio|Место жительства|Фамилия|Прізвище|Дата народження|ПІБ",
}  # fmt: skip
# (heading, role) of both.
MEANINGS = [
    (heading, field)
    for table in (LATIN_AND_CYRILLIC, ARABIC_HEBREW_AND_REGISTERS)
    for field, text in table.items()
    for heading in text.split("|")
]

# (heading, role, what its other words add).
QUALIFIED = [
    ("Civilians killed", "killed", {"status": "civilian"}), ("deaths_civilians", "killed", {"status": "civilian"}),
    ("Killed (civilians)", "killed", {"status": "civilian"}), ("killedCivilian", "killed", {"status": "civilian"}),
    ("KILLED CİVİLİAN", "killed", {"status": "civilian"}),
    ("Military injured", "injured", {"status": "military_security"}),
    ("Civilian casualities(OHCHR) - Killed", "killed", {"status": "civilian"}),
    ("Civilian casualities(OHCHR) - Injured", "injured", {"status": "civilian"}),
    ("Mülki şəxslərdən həlak olanlar", "killed", {"status": "civilian"}),
    ("Hərbi qulluqçu yaralanan", "injured", {"status": "military_security"}),
    ("Sivile drepte", "killed", {"status": "civilian"}), ("Drepte sivile", "killed", {"status": "civilian"}),
    ("Militære skadde", "injured", {"status": "military_security"}),
    ("Погибло мирных жителей", "killed", {"status": "civilian"}),
    ("Военнослужащие раненые", "injured", {"status": "military_security"}),
    ("Fallecidos fuerza pública", "killed", {"status": "military_security"}),
    ("Minerydder skadet", "injured", {"status": "mine_action_staff"}),
    ("Deminers killed", "killed", {"status": "mine_action_staff"}),
    ("Police killed", "killed", {"status": "military_security"}), ("Others killed", "killed", {"status": "other"}),
    ("deaths_unknown", "killed", {"status": "unknown"}), ("Civilians and military killed", "killed", {}),
    ("Killed according to ANAMA", "killed", {}), ("Civilian", "total", {"status": "civilian"}),
    ("Children killed", "killed", {"age_group": "child"}), ("Drepte barn", "killed", {"age_group": "child"}),
    ("Boys injured", "injured", {"sex": "male", "age_group": "child"}),
    ("Number of Females", "total", {"sex": "female"}),
    ("Kvinner drept", "killed", {"sex": "female"}), ("Number of Children", "total", {"age_group": "child"}),
    ("Seriously injured", "injured", {"severity": "serious"}), ("Hardt skadde", "injured", {"severity": "serious"}),
    ("Numero_lesionats_greus", "injured", {"severity": "serious"}),
    ("Numero_lesionats_lleus", "injured", {"severity": "slight"}),
    ("Minor injuries", "injured", {"severity": "slight"}), ("Lettere skadde", "injured", {"severity": "slight"}),
    ("Тяжело ранено", "injured", {"severity": "serious"}), ("Ağır yaralı", "injured", {"severity": "serious"}),
    ("Min killed", "killed", {"bound": "min"}), ("Killed (max)", "killed", {"bound": "max"}),
    ("Deaths best", "killed", {"bound": "best"}), ("low", "total", {"bound": "min"}),
    ("high", "total", {"bound": "max"}),
    ("Cumulative deaths", "killed", {"cumulative": "yes"}), ("Killed since 2020", "killed", {"cumulative": "yes"}),
    ("Deaths to date", "killed", {"cumulative": "yes"}),
    ("Minimum Estimated Number of Missing", "missing", {"bound": "min"}),
    ("Total Number of Dead and Missing", "missing", {"also": "killed"}), ("As of", "date", {"date_role": "as_of"}),
    ("Per", "date", {"date_role": "as_of"}), ("Report date", "date", {"date_role": "reported"}),
    ("Date of death", "date", {"outcome": "killed"}), ("Date (DD/MM/YYYY)", "date", {"order": "dmy"}),
    ("Date (MM/DD/YYYY)", "date", {"order": "mdy"}), ("Дата (ДД.ММ.ГГГГ)", "date", {"order": "dmy"}),
    ("Date | Date of first attack – Local Time Zone (DD/MM/YYYY)", "date_from", {"order": "dmy"}),
    ("end_year", "year", {"edge": "end"}), ("Codi_districte", "district", {"form": "code"}),
    ("Region of Incident", "district", {"level": "region"}),
    ("القتلى المدنيون", "killed", {"status": "civilian"}),
    ("عدد القتلى من الأطفال", "killed", {"age_group": "child"}),
    ("الجرحى من النساء", "injured", {"sex": "female"}),
    ("الإصابات الخطيرة", "injured", {"severity": "serious"}),
    ("פצועים קשה", "injured", {"severity": "serious"}), ("פצועים קל", "injured", {"severity": "slight"}),
    ("אזרחים הרוגים", "killed", {"status": "civilian"}),
    ("חיילים פצועים", "injured", {"status": "military_security"}),
    ("feridos_leves", "injured", {"severity": "slight"}), ("feridos_graves", "injured", {"severity": "serious"}),
    ("Heridos graves", "injured", {"severity": "serious"}), ("F_FERITS_LLEUS", "injured", {"severity": "slight"}),
    ("Ferits greus", "injured", {"severity": "serious"}), ("Serious injury", "injured", {"severity": "serious"}),
    ("التاريخ (يوم/شهر/سنة)", "date", {"order": "dmy"}), ("Fecha (día/mes/año)", "date", {"order": "dmy"}),
    ("Погибло детей", "killed", {"age_group": "child"}), ("تاريخ الوفاة", "date", {"outcome": "killed"}),
]  # fmt: skip

# Names of places are not personal.
NAMES_OF_PLACES = [
    "Village name",
    "District name",
    "Nom_districte",
    "Nom_carrer",
    "Nom_mes",
    "Rayonun adı",
    "Place name",
    "اسم القرية",
    "اسم المدينة",
    "שם יישוב",
    "שם רחוב",
    "Nom mun",
    "Nombre municipio",
]
