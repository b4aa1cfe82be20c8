/// The words that are written most in French and in English: with a day's first lines there is something to say of how
/// a word goes on, and a word that is one already is not taken for the beginning of another.
///
/// From general knowledge of both languages; no list of others was used.
enum CommonWords: Int, CaseIterable {
    case french, english

    var words: [Substring] { text.split(whereSeparator: { $0 == " " || $0 == "\n" }) }

    private var text: String { self == .french ? Self.frenchText : Self.englishText }

    private static let frenchText = """
        le la de du un et en je tu il ne se ce sa au on y à où lui eux soi ni or car donc si
        aujourd'hui beaucoup toujours jamais maintenant vraiment seulement notamment également finalement
        simplement rapidement directement souvent encore après avant pendant depuis jusqu lorsque pourquoi
        comment combien plusieurs quelque quelques certains certaines chaque toute toutes autres autre même
        mêmes mieux moins données donnée question questions problème problèmes solution solutions exemple
        exemples projet projets produit produits service services système systèmes équipe équipes entreprise
        entreprises client clients utilisateur utilisateurs développeur développeurs développement application
        applications logiciel logiciels plateforme plateformes infrastructure architecture architectures serveur
        serveurs réseau réseaux sécurité performance performances qualité processus méthode méthodes modèle
        modèles algorithme algorithmes intelligence artificielle apprentissage machine informatique numérique
        technologie technologies technique techniques technologique organisation organisations gouvernance
        stratégie stratégies marché marchés économie économique politique politiques société sociétés européen
        européenne européens france français française états américain américains monde mondial pays public
        publique publics privé privée travail travailler travaille travaillent personne personnes gens humain
        humains équipement réunion réunions conférence conférences présentation présentations démonstration
        important importante importants nécessaire possible impossible difficile facile simple complexe
        compliqué complexité grande grands petit petite petits nouveau nouvelle nouvelles nouveaux premier
        première dernier dernière dernières meilleur meilleure différent différents différente différentes
        général générale particulier faire fait faites faut peut peuvent pouvoir doit doivent devoir avoir était
        étaient serait seront permet permettre permettent mettre mettent prendre prend prennent comprendre
        comprend apprendre utiliser utilise utilisent utilisé créer créent développer développé partager partage
        changer changement changements évoluer évolution gérer gestion construire trouver trouve donner donne
        demander demande répondre réponse réponses parler parle penser pense savoir vouloir choisir choix
        chercher recherche recherches essayer commencer commence continuer arriver arrive passer passe rester
        reste tester tests déployer déploiement analyser analyse analyses mesurer mesure mesures temps année
        années jours semaine semaines heure heures minute minutes début moment moments histoire niveau niveaux
        point points partie parties chose choses façon manière besoin besoins moyen moyens cadre cadres sujet
        sujets objectif objectifs résultat résultats raison raisons risque risques coût coûts valeur valeurs
        prix argent budget euros million millions milliard milliards pourcent nombre nombres centre centres
        contexte contenu accès compte comptes action actions relation relations information informations
        communication expérience expériences compétence compétences formation formations responsable
        responsables responsabilité domaine domaines secteur secteurs industrie industriel acteur acteurs usage
        usages outil outils langage langages fonction fonctions fonctionnalité fonctionnalités fonctionner
        fonctionne interface interfaces environnement production version versions code source ouvert ouverte
        libre règle règles norme normes protection confiance maîtrise autonomie indépendance souveraineté
        souverain confidentialité réglementation légal légale juridique contrat contrats contre entre parce
        cependant pourtant ensuite alors ainsi aussi surtout plutôt peut-être presque environ assez trop très
        sans avec dans pour plus tout tous pas que qui quoi dont cela cette celui celle ceux leur leurs notre
        votre nous vous elle elles ils est sont ont mais comme bien bon bonne mal peu rien non oui sur sous vers
        chez par des les une aux ces ses mes nos vos son mon ton intéressant intéressante évident évidemment
        exactement globalement principalement actuellement récemment probablement justement tellement totalement
        complètement largement clairement concrètement américaine américaines allemand allemande anglais chinois
        chine allemagne europe afrique amérique royaume étranger étrangers international internationale national
        nationale gouvernement ministère député administration collectivités régions région ville villes
        population citoyen citoyens liberté droit droits défense guerre militaire police justice marketing
        commercial commerciale vente ventes achat achats acheter vendre investir investissement investissements
        investisseur financement finance financier banque banques assurance agriculture énergie électricité
        transport transports voiture voitures santé médecin hôpital école université étudiants éducation culture
        presse journal média médias internet téléphone mobile ordinateur ordinateurs écran clavier matériel
        processeur mémoire disque stockage fichier fichiers dossier document documents texte image images vidéo
        photo photos chercheur chercheurs ingénieur ingénieurs scientifique scientifiques science sciences
        recruter recrutement talents talent métier métiers salaire salariés patron direction directeur dirigeant
        manager management équilibre collectif communauté communautés partenaire partenaires partenariat
        concurrence concurrent concurrents fournisseur fournisseurs stream streaming pipeline pipelines batch
        cluster clusters cloud conteneur conteneurs virtuelle machines base bases requête requêtes table tables
        colonne colonnes index schéma schémas lecture écriture transaction transactions latence cohérence
        disponibilité réplication partition partitions sauvegarde migration intégration continue automatiser
        automatique automatiquement automatisation surveillance supervision alerte alertes erreur erreurs panne
        pannes incident incidents débogage prévoir prédire prédiction détecter détection reconnaître
        reconnaissance traiter traitement traitements transformer transformation transformations extraire
        entraîner entraînement optimiser optimisation améliorer amélioration réduire réduction augmenter
        augmentation limiter limites limite éviter protéger garantir assurer respecter imposer interdire
        autoriser accepter refuser décider décision décisions proposer proposition montrer expliquer décrire
        définir définition concept concepts principe principes théorie pratique pratiques ensemble avantage
        avantages inconvénient inconvénients difficulté difficultés défi défis enjeu enjeux opportunité
        opportunités priorité priorités bénéfice bénéfices gain gains perte pertes effet effets impact impacts
        cause causes conséquence conséquences éditeur éditeurs licence licences propriétaire propriétaires
        standard standards protocole protocoles format formats bibliothèque bibliothèques framework frameworks
        module modules composant composants package paquet dépendance dépendances compilateur interpréteur
        éditer envoyer recevoir lancer arrêter ouvrir fermer écrire lire copier coller supprimer ajouter
        modifier remplacer installer configurer configuration paramètre paramètres option options valider
        validation vérifier vérification contrôle contrôler contrôles malgré selon ailleurs partout dedans
        dessus dessous devant derrière autour bientôt parfois longtemps tard hier demain matin soir midi fois
        cas fin haut bas gauche droite
        """

    private static let englishText = """
        the of to in is it as at be by do he if me my no on or so up us we an am go
        about above according across actually after again against all almost along already also although always
        among and another any anything are around because been before behind being below best better between
        both but can cannot could course different does doing done down during each early either else enough
        even ever every everything example far few first following for from further general getting give given
        goes going good great group hand has have having her here high him his how however idea important
        instead into its just keep kind know large last later least less let level life like likely line little
        long look made make makes making many matter maybe mean means might money more most much must name near
        need needs never new next not nothing now number off often old once one only open other others our out
        over own part parts people perhaps place point points possible problem problems provide public question
        questions quite rather reason reasons result results right same say second see seems set several shall
        she should show side simple since small some someone something sometimes soon still such sure take talk
        talks team teams tell than that the their them then there these they thing things think this those
        though thought three through time times today together too toward try trying turn two under understand
        until upon use used user users uses using usually value values very want wants was way ways well were
        what when where whether which while who whole why will with within without word words work working works
        world would write writing wrong year years yet you your ability access account achieve action active
        activity address algorithm algorithms allow allows amount analysis analytics application applications
        approach architecture architectures article artificial attack available backend balance behavior
        behaviour benefit benefits browser budget build building business businesses calculate capacity
        challenge challenges change changes client clients cloud cluster clusters code collection command
        commands comment common communication community companies company compare compiler complete complex
        complexity component components computer computers concept concepts concurrency condition conference
        configuration connection consider consistency container containers content context continuous control
        cost costs create created culture current customer customers dashboard data database databases debugging
        decide decision decisions define deliver delivery dependencies dependency deploy deployment deployments
        describe design detail details detect develop developer developers development device devices difference
        difficult directly discover distributed document documentation documents domain driven effect effective
        efficient effort elastic enable energy engineer engineering engineers enterprise environment error
        errors estimate event events evolution execute expect expensive experience experiences experiment
        explain exploit expression extension external failure failures feature features feedback filter finally
        focus format framework frameworks frontend function functional functions future garbage generate
        generated generation goal goals governance government hardware history implement implementation improve
        improvement incident incidents include includes increase independent individual industry information
        infrastructure input install instance instances integration intelligence interesting interface
        interfaces internal internet investment issue issues kernel knowledge language languages latency leader
        leadership learn learned learning legacy library libraries license linear machine machines maintain
        maintenance management manager managers market marketing measure memory message messages method methods
        metric metrics microservice microservices migrate migration mobile model models modern module modules
        monitor monitoring native natural network networks objective objects observability operating operation
        operations operator opportunity optimization option options organisation organization organizations
        output package packages pattern patterns performance permission personal pipeline pipelines platform
        platforms policy popular practice practices prediction present presentation pressure principle
        principles priority privacy private process processes processing product production products
        professional program programming programs progress project projects protect protection protocol
        protocols provider quality queries query quickly reactive reality receive recent recommend reduce
        refactoring reference region registry regular relational release releases reliability reliable remember
        remote remove replace replication report reports repository request requests require requirement
        requirements research resource resources response responsibility responsible restart review reviews risk
        risks runtime scalability scalable scale scaling schedule schema science scientist script search secret
        secure security select semantic sensitive separate sequence server serverless servers service services
        session similar simply simulation single software solution solutions solve source sources specific
        specification speed sprint stable stack standard standards start started startup state statement static
        statistics storage store stories strategy stream streaming streams structure structures style success
        support supported surface switch syntax system systems target technical technique techniques technology
        technologies template terminal test testing tests theory thread threads tools topic topics traffic
        training transaction transactions transfer transform transformation transparent typical update updates
        upgrade usage validate validation variable variables vendor version versions virtual visual
        vulnerability warning website window workflow workflows workload workloads
        """
}
