# Waarmee het venster wordt getekend

no-graphics = Het venster kan niet worden getekend: installeer het stuurprogramma van de grafische kaart of, op Debian en Ubuntu, de pakketten libgl1 en libgl1-mesa-dri ({ $detail }).
cli-window = Zonder opdracht opent ‘trede’ het venster: trede [BESTAND] [--overlay BESTAND] [--renderer glow|wgpu] [--lang nl|en]

path-no-dialog = Dit systeem heeft geen venster om een bestand te kiezen. Typ hier waar het staat of komt.
path-install = Liever kiezen dan typen? Vraag uw beheerder om een van deze pakketten: { $packages }.
